import * as vscode from 'vscode';
import { diagnosticOf, gone, open, ours, rewrite, temporaryFolder, write } from '../editor';
import { test } from '../registry';
import { until } from '../until';

const UNIT = '[Service]\nEnvironmentFile=/etc/default/kubelet\nExecStart=/usr/bin/kubelet $KUBELET_ARGS\n';
const ARGUMENTS = 'KUBELET_ARGS="--bootstrap-kubeconfig=/b --kubeconfig=/k"\n';

test('a file that changes on disk changes the findings of its folder', async () => {
  const folder = await temporaryFolder();
  const unit = await write(folder, 'kubelet.service', UNIT);
  const environment = await write(folder, 'kubelet', ARGUMENTS);
  await open(unit);
  await diagnosticOf(environment, 'rotate-certificates-missing');
  await rewrite(environment, ARGUMENTS.replace('=/k', '=/k --rotate-certificates'));
  await gone(environment, 'rotate-certificates-missing');
});

test('a file that is deleted takes its findings along', async () => {
  const folder = await temporaryFolder();
  const unit = await write(folder, 'kubelet.service', UNIT);
  const environment = await write(folder, 'kubelet', ARGUMENTS);
  await open(unit);
  await diagnosticOf(environment, 'rotate-certificates-missing');
  await rewrite(environment, ARGUMENTS);
  await vscode.workspace.fs.delete(environment);
  await until('no findings', () => ours(environment).length === 0);
});

test('a drop-in belongs to the unit beside its folder', async () => {
  const folder = await temporaryFolder();
  const unit = await write(
    folder,
    'kubelet.service',
    UNIT.replace('$KUBELET_ARGS', '--bootstrap-kubeconfig=/b --kubeconfig=/k $KUBELET_MORE'),
  );
  await write(folder, 'kubelet.service.d/10-more.conf', '[Service]\nEnvironment="KUBELET_MORE=--v=2"\n');
  await open(vscode.Uri.joinPath(folder, 'kubelet.service.d', '10-more.conf'));
  await diagnosticOf(unit, 'rotate-certificates-missing');
});

test('text in an open editor wins over what is stored', async () => {
  const folder = await temporaryFolder();
  await write(folder, 'kubelet.service', UNIT);
  const environment = await write(folder, 'kubelet', ARGUMENTS);
  const document = await open(environment);
  await diagnosticOf(environment, 'rotate-certificates-missing');
  const edit = new vscode.WorkspaceEdit();
  edit.insert(environment, document.positionAt(document.getText().indexOf('=/k') + 3), ' --rotate-certificates');
  await vscode.workspace.applyEdit(edit);
  await gone(environment, 'rotate-certificates-missing');
});
