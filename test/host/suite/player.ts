import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsAt, choose, diagnosticOf, open, replace, sampleFile, temporaryFolder, write } from '../editor';
import { test } from '../registry';
import { until } from '../until';

const kubelet = sampleFile('2018-cluster', 'kubelet');

/** Where the player says it is: `Bootstrap 3/17`; undefined while there is no player. */
function place(): { step: number; steps: number } | undefined {
  const labels = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
  const match = labels.map((label) => /^Bootstrap (\d+)\/(\d+)$/.exec(label)).find((found) => found !== null);
  return match ? { step: Number(match[1]), steps: Number(match[2]) } : undefined;
}

async function at(
  step: (now: { step: number; steps: number }) => boolean,
  what: string,
): Promise<{ step: number; steps: number }> {
  return until(
    what,
    () => {
      const now = place();
      return now !== undefined && step(now) && now;
    },
    place,
  );
}

/** How many looks at the tab there are between two tries to give a command. */
const LOOKS = 40;

/** The page may still be drawing when a command comes, so it is given again until the tab says that it arrived. */
async function go(command: string, to: (now: { step: number; steps: number }) => boolean): Promise<void> {
  let looks = 0;
  await until(
    `${command} to arrive`,
    async () => {
      if (looks % LOOKS === 0) await vscode.commands.executeCommand(`tlsBootstrap.player.${command}`);
      looks += 1;
      const now = place();
      return now !== undefined && to(now);
    },
    place,
  );
}

test('the player opens on a built-in scenario, and its page answers', async () => {
  await vscode.commands.executeCommand('tlsBootstrap.openPlayer', {});
  const { steps } = await at(({ step }) => step === 1, 'the first step');
  assert.ok(steps > 5);
  await go('last', ({ step }) => step === steps);
  await go('first', ({ step }) => step === 1);
  await go('last', ({ step }) => step === steps);
});

test('my files are played, from the step where a finding hurts, and again with every change', async () => {
  const document = await open(kubelet);
  await diagnosticOf(kubelet, 'rotate-certificates-missing');
  await vscode.commands.executeCommand('tlsBootstrap.playFiles');
  const failing = await at(({ step }) => step === 1, 'the first step');
  await replace(document, '--fail-swap-on=false', '--fail-swap-on=false --rotate-certificates');
  await at(({ steps }) => steps !== failing.steps, 'another play');
});

test('a finding leads to the step where it hurts', async () => {
  await open(kubelet);
  const { range } = await diagnosticOf(kubelet, 'rotate-certificates-missing');
  const actions = await actionsAt(kubelet, range);
  await choose(actions.find(({ title }) => title === 'See it happen: rotate-certificates-missing'));
  await at(({ step }) => step > 1, 'a step further on');
});

test('a folder without a kubelet leaves the player with a built-in scenario', async () => {
  const rbac = await write(
    await temporaryFolder(),
    'rbac.yaml',
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\n',
  );
  await vscode.commands.executeCommand('tlsBootstrap.playFiles', rbac);
  await at(({ step, steps }) => step === 1 && steps > 5, 'the first step');
});

test('the player does not take the focus from the editor when files change', async () => {
  const document = await open(kubelet);
  await diagnosticOf(kubelet, 'rotate-certificates-missing');
  await vscode.commands.executeCommand('tlsBootstrap.playFiles');
  const { steps } = await at(() => true, 'a play');
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One });
  await replace(document, '--fail-swap-on=false', '--fail-swap-on=false --rotate-certificates');
  await at((now) => now.steps !== steps, 'another play');
  assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), kubelet.toString());
});
