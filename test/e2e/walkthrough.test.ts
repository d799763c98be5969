import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { until } from '../editor/wait';
import { PlayerPage } from './playerPage';
import { openSample, type SampleWorkbench } from './sampleWorkbench';

let sample: SampleWorkbench;
let player: PlayerPage;

before(async () => {
  sample = await openSample('today');
  player = new PlayerPage(sample.workbench);
});

after(async () => {
  await sample.workbench.close();
});

const step = (title: string) => sample.workbench.page.locator('.getting-started-step', { hasText: title });

test('the walkthrough opens with its steps, none of them done', async () => {
  const { workbench } = sample;
  await workbench.runCommand('Kubelet TLS Bootstrap: Open the Walkthrough');
  await step('Why a node needs a certificate').waitFor();
  await workbench.screenshot('walkthrough-1-open');
  assert.ok((await workbench.page.locator('.getting-started-step').count()) >= 6);
  assert.equal(await workbench.page.locator('.getting-started-step .codicon-getting-started-step-checked').count(), 0);
});

test('its button opens the player on a first bootstrap', async () => {
  const { workbench } = sample;
  await step('Play a first bootstrap').click();
  await workbench.page.locator('.button-container').getByText('Play a bootstrap of 1.8', { exact: true }).click();
  const { step: first, steps } = await player.position();
  assert.equal(first, 1);
  assert.match(await (await player.frame()).locator('.header').innerText(), /1\.8/);
  assert.ok(steps > 8, String(steps));
});

test('playing to the end ticks the step: it means that it was done', async () => {
  const { workbench } = sample;
  await player.stepToEnd();
  await workbench.screenshot('walkthrough-2-played');
  await workbench.runCommand('Kubelet TLS Bootstrap: Open the Walkthrough');
  const done = step('Play a first bootstrap').locator('.codicon-getting-started-step-checked');
  await until('the tick', async () => (await done.count()) > 0);
});

test('a player that was hidden comes back at its step, by a key or by the status bar', async () => {
  const { workbench } = sample;
  await workbench.runCommand('Kubelet TLS Bootstrap: Open the Bootstrap Player');
  await player.goTo(2);
  await workbench.statusItem(/Bootstrap 2\//).waitFor();
  await workbench.openFile('kubelet.env');
  await workbench.page.keyboard.press('Control+Alt+.');
  await until('the same step', async () => (await player.position()).step === 2);
  await workbench.openFile('kubelet.service');
  await workbench.statusItem(/Bootstrap 2\//).click();
  await until('the same step again', async () => (await player.position()).step === 2);
});

test('a reload of the window brings the player back at the same step, paused', async () => {
  const { workbench } = sample;
  await workbench.runCommand('Kubelet TLS Bootstrap: Open the Bootstrap Player');
  await player.goTo(3);
  const sentence = await player.sentence();
  await workbench.reload(['tlsBootstrap.player', '"step":2,']);
  await until('step 3 after the reload', async () => (await player.position()).step === 3);
  assert.equal(await player.sentence(), sentence);
  await workbench.screenshot('walkthrough-3-reloaded');
});
