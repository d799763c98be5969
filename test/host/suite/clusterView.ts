import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { createKubernetes } from '../../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../../src/core/kubernetes/kubernetesData';
import { ClusterTree } from '../../../src/host/cluster/clusterTree';
import { ClusterFolders } from '../../../src/host/clusterFolders';
import { Diagnostics } from '../../../src/host/diagnostics';
import { open, temporaryFolder, write } from '../editor';
import { test } from '../registry';
import { until } from '../until';

const UNIT = '[Service]\nExecStart=/usr/bin/kubelet --bootstrap-kubeconfig=/b --kubeconfig=/k\n';

test('the Cluster view is in the Explorer once a file of ours is open', async () => {
  await open(await write(await temporaryFolder(), 'kubelet.service', UNIT));
  await vscode.commands.executeCommand('tlsBootstrap.cluster.focus');
});

test('a line of the Cluster view leads to its place, and leaves the focus where it is', async () => {
  const file = await write(await temporaryFolder(), 'kubelet.service', UNIT);
  await open(file);
  const log = vscode.window.createOutputChannel('Cluster view', { log: true });
  const folders = new ClusterFolders(createKubernetes(kubernetesData), log);
  const diagnostics = new Diagnostics(folders, log);
  const tree = new ClusterTree(folders, diagnostics);
  try {
    folders.start();
    const kubelet = await until('the kubelet', () => tree.getChildren().find(({ label }) => label === 'kubelet'));
    const [bootstrap] = tree.getChildren(tree.getChildren(kubelet)[0]);
    assert.ok(bootstrap);
    const { command, label } = tree.getTreeItem(bootstrap);
    assert.equal(label, '--bootstrap-kubeconfig');
    const [uri, options] = (command?.arguments ?? []) as [vscode.Uri, vscode.TextDocumentShowOptions];
    assert.equal(uri.toString(), file.toString());
    assert.equal(options.preserveFocus, true);
    assert.equal(options.selection?.start.line, 1);
  } finally {
    for (const part of [tree, diagnostics, folders, log]) part.dispose();
  }
});
