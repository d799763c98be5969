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

/** Saves until a file on disk reads like this, and returns its text. */
async function savedAs(name: string, pattern: RegExp): Promise<string> {
  return until(`${name} with ${String(pattern)} on disk`, async () => {
    await sample.workbench.runCommand('File: Save All Files');
    const text = await sample.read(name);
    return pattern.test(text) && text;
  });
}

test('opening a file of the folder fills the Problems panel with what is wrong in all of its files', async () => {
  const { workbench } = sample;
  await workbench.openFile('kubelet');
  const problems = await workbench.problemsWhen((all) => all.length >= 12);
  await workbench.screenshot('story-1-problems');
  assert.deepEqual([...new Set(problems.map(({ source }) => source))], ['Kubelet TLS Bootstrap']);
  const codes = [...new Set(problems.map(({ code }) => code))].sort();
  assert.deepEqual(codes, [
    'apiserver-token-file',
    'feature-gate-removed',
    'flag-removed',
    'node-bootstrapper-unbound',
    'rotate-certificates-missing',
    'selfnodeserver-dead',
    'server-gate-alone',
  ]);
});

test('playing these files stops where the kubelet is refused, and names the line', async () => {
  const { workbench } = sample;
  await workbench.runCommand('Kubelet TLS Bootstrap: Play My Files');
  await player.outcomeIs(/never becomes Ready/);
  const sentences = await player.stepToEnd();
  await workbench.screenshot('story-2-player-fails');
  assert.ok(
    sentences.some((sentence) => sentence.includes('403') || sentence.includes('unknown flag')),
    sentences.join('\n'),
  );
});

test('keys drive the player while the focus is in a file, and the status bar leads back to it', async () => {
  const { workbench } = sample;
  await workbench.runCommand('View: Focus First Editor Group');
  await workbench.focusEditor();
  for (const [key, step] of [
    ['Control+Alt+Home', 1],
    ['Control+Alt+.', 2],
    ['Control+Alt+.', 3],
    ['Control+Alt+,', 2],
  ] as const) {
    await workbench.page.keyboard.press(key);
    await workbench.statusItem(new RegExp(`Bootstrap ${String(step)}/`)).waitFor();
  }
  await workbench.statusItem(/Bootstrap 2\//).click();
  await workbench
    .activeTab()
    .filter({ hasText: /Bootstrap 2\// })
    .waitFor();
});

test('the light bulb adds rotation with the keyboard, in the syntax of the file', async () => {
  const { workbench } = sample;
  await workbench.runCommand('View: Focus First Editor Group');
  await workbench.openFile('kubelet', 14);
  await workbench.quickFix('Add --rotate-certificates');
  const text = await savedAs('kubelet', /--rotate-certificates/);
  assert.match(text, /--fail-swap-on=false \\\n\t--rotate-certificates"/);
});

test('one command repairs what can be repaired safely, and leaves comments alone', async () => {
  const { workbench } = sample;
  await workbench.runCommand('Kubelet TLS Bootstrap: Fix All Files of This Folder');
  await workbench.problemsWhen((all) =>
    all.every(
      ({ code }) => !['node-bootstrapper-unbound', 'renewal-approval-unbound', 'feature-gate-removed'].includes(code),
    ),
  );
  const rbac = await savedAs('bootstrap-rbac.yaml', /name: system:node-bootstrapper/);
  await workbench.screenshot('story-3-fixed');
  assert.match(rbac, /certificatesigningrequests:selfnodeclient/);
  assert.match(rbac, /^# What the nodes need to get and keep their certificates\.$/m);
  const kubelet = await savedAs('kubelet', /--bootstrap-kubeconfig=/);
  assert.doesNotMatch(kubelet, /RotateKubeletClientCertificate/);
});

test('the play that failed now goes through, without being opened again', async () => {
  await player.outcomeIs(/renew/i);
  await player.stepToEnd();
  await sample.workbench.screenshot('story-4-player-passes');
  assert.doesNotMatch(await player.outcome(), /NotReady|never becomes Ready/);
});
