import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { until } from '../editor/wait';
import { PlayerPage } from './playerPage';
import { openSample, type SampleWorkbench } from './sampleWorkbench';

let sample: SampleWorkbench;
let player: PlayerPage;

before(async () => {
  sample = await openSample('2018-cluster');
  player = new PlayerPage(sample.workbench);
});

after(async () => {
  await sample.workbench.close();
});

/** What stands at the end of the lines that are lit, such as `Bootstrap 1/9`. */
async function lights(): Promise<string[]> {
  return sample.workbench.page.evaluate(() =>
    [...document.querySelectorAll('.view-line span[class*="ced-"]')]
      .map((part) => getComputedStyle(part, '::after').content.replaceAll('"', ''))
      .filter((words) => words.startsWith('Bootstrap')),
  );
}

test('the lines behind a step are lit in the editor that shows them, and the light follows the steps', async () => {
  const { workbench } = sample;
  await workbench.openFile('kubelet');
  await workbench.runCommand('Kubelet TLS Bootstrap: Play My Files');
  const frame = await player.frame();
  await until('a line lit by the first step', async () =>
    (await lights()).some((words) => words.startsWith('Bootstrap 1/')),
  );
  await workbench.screenshot('inspector-1-lit');
  await frame.locator('[data-action="step"]').click();
  await until('another light', async () => (await lights()).every((words) => !words.startsWith('Bootstrap 1/')));
});

test('a certificate that is held is copied as PEM', async () => {
  const { workbench } = sample;
  const frame = await player.frame();
  await player.stepToEnd();
  const entry = frame.locator('.held', { has: frame.locator('.held-name', { hasText: 'certificate' }) }).first();
  await entry.locator('summary').first().click();
  await entry.getByRole('button', { name: 'Copy PEM', exact: true }).click();
  await entry.getByText(/^Copied\./).waitFor();
  await workbench.screenshot('inspector-2-copied');
});

test('the light goes with the player', async () => {
  await sample.workbench.runCommand('View: Close All Editor Groups');
  await sample.workbench.openFile('kubelet');
  await until('no light', async () => (await lights()).length === 0);
  assert.equal((await lights()).length, 0);
});
