import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  diagnosticOf,
  folderOutside,
  open,
  openUntitled,
  ours,
  replace,
  rulesAt,
  setting,
  temporaryFolder,
  write,
} from '../editor';
import { test } from '../registry';
import { until } from '../until';

const UNIT = '[Service]\nEnvironmentFile=/etc/default/kubelet\nExecStart=/usr/bin/kubelet $KUBELET_ARGS\n';
const ARGUMENTS = 'KUBELET_ARGS="--bootstrap-kubeconfig=/b --kubeconfig=/k"\n';
const CONFIGURATION =
  'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nrotateCertificates: false\n';

for (const [language, content, rule] of [
  ['yaml', CONFIGURATION, 'rotate-certificates-off'],
  [
    'json',
    '{"apiVersion":"kubelet.config.k8s.io/v1beta1","kind":"KubeletConfiguration","rotateCertificates":false}',
    'rotate-certificates-off',
  ],
  ['ini', UNIT.replace('$KUBELET_ARGS', '--rotate-certificate'), 'flag-unknown'],
  ['shellscript', 'KUBELET_ARGS="--kubeconfig=/k --rotate-certificate"\n', 'flag-unknown'],
  ['properties', 'KUBELET_ARGS="--kubeconfig=/k --rotate-certificate"\n', 'flag-unknown'],
  ['plaintext', 'KUBELET_ARGS="--kubeconfig=/k --rotate-certificate"\n', 'flag-unknown'],
  ['dockercompose', CONFIGURATION, 'rotate-certificates-off'],
] as const) {
  test(`an unsaved document in ${language} is judged, and its findings go with it`, async () => {
    const { uri } = await openUntitled(language, content);
    await diagnosticOf(uri, rule);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until('no findings', () => ours(uri).length === 0);
  });
}

test('a file outside the opened folders stands alone', async () => {
  const folder = await folderOutside();
  const unit = await write(
    folder,
    'kubelet.service',
    UNIT.replace('$KUBELET_ARGS', '--rotate-certificate $KUBELET_ARGS'),
  );
  const environment = await write(folder, 'kubelet', ARGUMENTS.replace('=/k', '=/k --rotate-certificate'));
  await open(unit);
  await diagnosticOf(unit, 'flag-unknown');
  assert.deepEqual(rulesAt(environment), []);
  await open(environment);
  await diagnosticOf(environment, 'flag-unknown');
});

test('a file that is renamed takes its findings along', async () => {
  const folder = await temporaryFolder();
  const before = await write(folder, 'old.yaml', CONFIGURATION);
  await open(before);
  await diagnosticOf(before, 'rotate-certificates-off');
  const after = vscode.Uri.joinPath(folder, 'new.yaml');
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(before, after);
  assert.ok(await vscode.workspace.applyEdit(edit));
  await diagnosticOf(after, 'rotate-certificates-off');
  await until('no findings under the old name', () => ours(before).length === 0);
});

test('findings are those of the last text, however fast it changes', async () => {
  const folder = await temporaryFolder();
  const file = await write(folder, 'kubelet-config.yaml', CONFIGURATION);
  const document = await open(file);
  await diagnosticOf(file, 'rotate-certificates-off');
  await setting('lint.debounce', 0);
  for (let round = 0; round < 5; round += 1) {
    await replace(document, 'rotateCertificates: false', 'rotateCertificates: true');
    await replace(document, 'rotateCertificates: true', 'rotateCertificates: false');
  }
  await replace(document, 'kind:', '# a line more\nkind:');
  await until(
    'the finding on its new line',
    () => ours(file).some(({ range }) => range.start.line === 3) && ours(file).length === 1,
    () => ours(file).map(({ range }) => range.start.line),
  );
});
