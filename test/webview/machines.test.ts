import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { playOfMachines } from '../unit/flow/machinePlays';
import { PageTests, type PlayerPage } from './playerPage';

const pages = new PageTests();
const screenshots = join(import.meta.dirname, '..', 'screenshots');
mkdirSync(screenshots, { recursive: true });

const FIXED = ['files', 'kube-apiserver', 'RBAC', 'kube-controller-manager'];

/** The names over the lanes from left to right, and the colour of each. */
async function lanes({ page }: PlayerPage): Promise<readonly (readonly [name: string, colour: string])[]> {
  return page
    .locator('.picture .name')
    .evaluateAll((names) =>
      names
        .sort((a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left)
        .map((name) => [name.textContent, getComputedStyle(name).getPropertyValue('--actor')] as const),
    );
}

/** Names that lie over one another. */
async function overlaps({ page }: PlayerPage): Promise<readonly string[]> {
  return page.locator('.picture .name').evaluateAll((names) => {
    const places = names.map((name) => name.getBoundingClientRect()).sort((a, b) => a.left - b.left);
    return places.flatMap(({ left }, index) => ((places[index - 1]?.right ?? -1) > left ? [String(index)] : []));
  });
}

const cases: readonly (readonly [machines: number, kubelets: readonly string[]])[] = [
  [1, ['kubelet']],
  [2, ['kubelet node-1', 'kubelet node-2']],
  [5, ['kubelet node-1', 'kubelet node-2', 'kubelet node-3', 'and 2 more']],
];

for (const [machines, kubelets] of cases) {
  test(`${String(machines)} machines: the kubelets side by side in one colour, all others in their places`, () =>
    pages.run(async (player) => {
      const play = playOfMachines(machines);
      await player.open(play);
      const shown = await lanes(player);
      assert.deepEqual(
        shown.map(([name]) => name),
        [...kubelets, ...FIXED],
      );
      const colours = shown.map(([, colour]) => colour);
      assert.equal(new Set(colours.slice(0, kubelets.length)).size, 1);
      assert.equal(new Set(colours).size, 5);
      assert.deepEqual(await overlaps(player), []);
      const step = play.steps.findLastIndex(({ sentence }) => sentence.id === 'flow.step.register');
      await player.open(play, { step });
      assert.deepEqual(await player.page.locator('.name.concerned').allTextContents(), [
        kubelets.at(-1),
        'kube-apiserver',
      ]);
      await player.page.screenshot({ path: join(screenshots, `machines-${String(machines)}.png`) });
    }));
}

test('what each kubelet and its files hold stands under their own headings', () =>
  pages.run(async (player) => {
    const play = playOfMachines(2);
    await player.open(play, { step: play.steps.length - 1 });
    const headings = player.page.locator('.holder:not([hidden]) h3');
    assert.deepEqual(await headings.allTextContents(), [
      'kubelet node-1',
      'kubelet node-2',
      'files node-1',
      'files node-2',
      'kube-apiserver',
      'RBAC',
    ]);
    await player.open(playOfMachines(1), { step: 3 });
    assert.deepEqual(await headings.allTextContents(), ['kubelet', 'files']);
  }));
