import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { themes, type ThemeKind } from '../editor/workbench';
import { PlayerPage } from './playerPage';
import { openSample, type SampleWorkbench } from './sampleWorkbench';

let sample: SampleWorkbench;

before(async () => {
  sample = await openSample('2018-cluster');
});

after(async () => {
  await sample.workbench.close();
});

for (const kind of Object.keys(themes) as ThemeKind[]) {
  test(`the player can be read in ${kind}`, async () => {
    const { workbench } = sample;
    const player = new PlayerPage(workbench);
    if (!(await workbench.tab('kubelet').first().isVisible())) {
      await workbench.openFile('kubelet');
      await workbench.runCommand('Kubelet TLS Bootstrap: Play My Files');
    }
    await workbench.setTheme(kind);
    const frame = await player.frame();
    const sentence = frame.locator('.sentence');
    const contrast = await sentence.evaluate((element) => {
      const parse = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
      const light = (color: string): number => {
        const [red = 0, green = 0, blue = 0] = parse(color).map((part) => {
          const share = part / 255;
          return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const text = light(getComputedStyle(element).color);
      const ground = light(
        getComputedStyle(document.body)
          .getPropertyValue('--vscode-editor-background')
          .replace(/^#(..)(..)(..).*$/, (_, ...parts: string[]) =>
            parts
              .slice(0, 3)
              .map((part) => parseInt(part, 16))
              .join(' '),
          ),
      );
      return (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05);
    });
    assert.ok(contrast >= 4.5, `contrast ${contrast.toFixed(2)}`);
    await workbench.screenshot(`player-${kind}`);
  });
}
