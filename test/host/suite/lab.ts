import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsAt, choose, diagnosticOf, extension, fixOf, gone, replace, sampleFile } from '../editor';
import { test } from '../registry';
import { until } from '../until';

const rbac = sampleFile('lab/csr-permission', 'bootstrap-rbac.yaml');

async function page(exercise: string): Promise<vscode.TextDocument> {
  return vscode.workspace.openTextDocument(vscode.Uri.parse(`tls-bootstrap-exercise:/${exercise}.md`));
}

async function pageSays(exercise: string, text: string): Promise<void> {
  const document = await page(exercise);
  await until(
    `"${text}" on the page of ${exercise}`,
    () => document.getText().includes(text),
    () => document.getText(),
  );
}

/** Opens an exercise as it is before anybody has touched it. */
async function openExercise(exercise: string, file: vscode.Uri): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('tlsBootstrap.lab.open', exercise);
  await vscode.commands.executeCommand('tlsBootstrap.lab.reset');
  return shown(file);
}

async function shown(file: vscode.Uri): Promise<vscode.TextDocument> {
  return until(
    `an editor of ${file.path}`,
    () =>
      vscode.window.visibleTextEditors
        .map(({ document }) => document)
        .find(({ uri }) => uri.toString() === file.toString()),
    () => vscode.window.visibleTextEditors.map(({ document }) => document.uri.toString()),
  );
}

test('an exercise opens with its goal, its finding and no result', async () => {
  await extension().activate();
  await openExercise('csr-permission', rbac);
  await diagnosticOf(rbac, 'node-bootstrapper-unbound');
  const text = (await page('csr-permission')).getText();
  assert.match(text, /^# Let a node ask\n/);
  assert.match(text, /\*\*Goal:\*\* The node is Ready on its first day/);
  assert.doesNotMatch(text, /## /);
});

test('a check of the broken cluster says why not yet, a hint comes at a time, and the fix of the finding solves it', async () => {
  await openExercise('csr-permission', rbac);
  await vscode.commands.executeCommand('tlsBootstrap.lab.check');
  await pageSays('csr-permission', '## Not yet');
  await pageSays('csr-permission', 'On day 1 the node is not Ready.');
  await vscode.commands.executeCommand('tlsBootstrap.lab.hint');
  await pageSays('csr-permission', '1. 403 means');
  assert.doesNotMatch((await page('csr-permission')).getText(), /^2\. /m);

  const finding = await diagnosticOf(rbac, 'node-bootstrapper-unbound');
  await choose(fixOf('node-bootstrapper-unbound', await actionsAt(rbac, finding.range)));
  await gone(rbac, 'node-bootstrapper-unbound');
  await vscode.commands.executeCommand('tlsBootstrap.lab.check');
  await pageSays('csr-permission', '## Solved');
  await pageSays('csr-permission', 'What you have learnt');
});

test('the page says how far one is, and what is true already beside what is not', async () => {
  await openExercise('csr-permission', rbac);
  await pageSays('csr-permission', 'Exercise 1 of 12');
  await vscode.commands.executeCommand('tlsBootstrap.lab.check');
  await pageSays('csr-permission', '- ✗ On day 1 the node is not Ready.');
  await pageSays('csr-permission', '- ✓ A bootstrap token is no administrator of the cluster.');
  for (const hint of [
    '**Lab: Hint** gives hint 2 of 3.',
    '**Lab: Hint** gives hint 3 of 3.',
    'That was the last hint',
  ]) {
    await vscode.commands.executeCommand('tlsBootstrap.lab.hint');
    await pageSays('csr-permission', hint);
  }
});

test('an exercise has one page, wherever the focus is, and a play asked for there is that of its files', async () => {
  await openExercise('csr-permission', rbac);
  const pages = () =>
    vscode.window.tabGroups.all.flatMap(({ tabs }) =>
      tabs.filter(({ input }) => input instanceof vscode.TabInputCustom && input.uri.path === '/csr-permission.md'),
    );
  await until('the page', () => pages().length === 1);
  const isFileInFront = () => {
    const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
    return input instanceof vscode.TabInputText && input.uri.toString() === rbac.toString();
  };
  await until('the file in front: one can begin to type', isFileInFront);
  await vscode.commands.executeCommand('tlsBootstrap.lab.hint');
  await pageSays('csr-permission', '1. 403 means');
  assert.ok(isFileInFront(), 'one can go on typing, and save');
  await vscode.commands.executeCommand('workbench.action.focusNextGroup');
  await until('the page in front', () => vscode.window.tabGroups.activeTabGroup.activeTab === pages()[0]);
  await vscode.commands.executeCommand('tlsBootstrap.lab.hint');
  await pageSays('csr-permission', '2. Kubernetes has a ClusterRole');
  assert.equal(pages().length, 1);
  assert.equal(vscode.window.tabGroups.all.length, 2);

  await vscode.commands.executeCommand('workbench.action.focusNextGroup');
  await vscode.commands.executeCommand(
    'tlsBootstrap.playFiles',
    vscode.Uri.parse('tls-bootstrap-exercise:/csr-permission.md'),
  );
  await vscode.commands.executeCommand('tlsBootstrap.player.transcript');
  const transcript = await until('a transcript that stops at 403', async () => {
    await vscode.commands.executeCommand('tlsBootstrap.player.transcript');
    return vscode.workspace.textDocuments.find(
      (document) => document.uri.scheme === 'tls-bootstrap-transcript' && document.getText().includes('403 Forbidden'),
    );
  });
  assert.match(transcript.getText(), /Kubernetes 1\.36/);
});

test('the page of the next exercise takes the place of the one before', async () => {
  await vscode.commands.executeCommand('tlsBootstrap.lab.open', 'csr-permission');
  await vscode.commands.executeCommand('tlsBootstrap.lab.open', 'wrong-subject');
  const pages = () =>
    vscode.window.tabGroups.all.flatMap(({ tabs }) =>
      tabs.flatMap(({ input }) =>
        input instanceof vscode.TabInputCustom && input.uri.scheme === 'tls-bootstrap-exercise' ? [input.uri.path] : [],
      ),
    );
  await until('only the page of the open exercise', () => pages().join() === '/wrong-subject.md', pages);
});

test('what is saved stays, starting over brings the broken file back, and the exercise stays solved', async () => {
  const document = await openExercise('csr-permission', rbac);
  await replace(document, 'kind: Group', 'kind: User');
  assert.ok(await document.save());
  assert.match(Buffer.from(await vscode.workspace.fs.readFile(rbac)).toString(), /kind: User/);
  await vscode.commands.executeCommand('tlsBootstrap.lab.reset');
  await until('the broken file', () => !document.getText().includes('kind: User'));
  await pageSays('csr-permission', 'What you have learnt');
  assert.doesNotMatch((await page('csr-permission')).getText(), /## Not yet|## Hints/);
});

test('a file may be added to an exercise and counts, and starting over takes it away', async () => {
  await openExercise('csr-permission', rbac);
  await diagnosticOf(rbac, 'node-bootstrapper-unbound');
  const added = sampleFile('lab/csr-permission', 'ask.sh');
  const command =
    'kubectl create clusterrolebinding ask --clusterrole=system:node-bootstrapper --group=system:bootstrappers';
  await vscode.workspace.fs.writeFile(added, Buffer.from(`${command}\n`));
  await gone(rbac, 'node-bootstrapper-unbound');
  await vscode.commands.executeCommand('tlsBootstrap.lab.check');
  await pageSays('csr-permission', '## Solved');
  await vscode.commands.executeCommand('tlsBootstrap.lab.reset');
  await assert.rejects(async () => vscode.workspace.fs.stat(added));
});

test('nothing can be written beside the exercises, and nothing without end', async () => {
  const beside = vscode.Uri.from({ scheme: 'tls-bootstrap-sample', path: '/lab/nothing/kubelet' });
  await assert.rejects(async () => vscode.workspace.fs.writeFile(beside, Buffer.from('KUBELET_ARGS=\n')));
  const endless = sampleFile('lab/csr-permission', 'endless.yaml');
  await assert.rejects(async () => vscode.workspace.fs.writeFile(endless, Buffer.alloc(500_000, 32)));
});

test('files of an exercise are judged by the release they name, whatever the setting says', async () => {
  const kubelet = sampleFile('lab/one-year-bomb', 'kubelet');
  const settings = vscode.workspace.getConfiguration('tlsBootstrap');
  await settings.update('kubernetesVersion', '1.36', vscode.ConfigurationTarget.Global);
  try {
    await openExercise('one-year-bomb', kubelet);
    await diagnosticOf(kubelet, 'rotate-certificates-missing');
    await gone(kubelet, 'feature-gate-removed');
  } finally {
    await settings.update('kubernetesVersion', undefined, vscode.ConfigurationTarget.Global);
  }
});

test('the next exercise is one that is not solved', async () => {
  await openExercise('csr-permission', rbac);
  await vscode.commands.executeCommand('tlsBootstrap.lab.next');
  await shown(sampleFile('lab/wrong-subject', 'bootstrap-rbac.yaml'));
});
