import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { createKubernetes } from '../../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../../src/core/kubernetes/kubernetesData';
import { ClusterFolder } from '../../../src/host/clusterFolder';
import { clusterProblems } from '../../../src/host/clusterProblems';
import { followClusterSettings } from '../../../src/host/clusterSettings';
import { likelyFolder } from '../../../src/host/chosenFolder';
import { clusterFolderOf, nameOf } from '../../../src/host/folder';
import { FolderListing } from '../../../src/host/folderListing';
import { storedText } from '../../../src/host/storedText';
import { WatchedFiles } from '../../../src/host/watchedFiles';
import { ClusterFolders } from '../../../src/host/clusterFolders';
import {
  diagnosticOf,
  gone,
  open,
  ours,
  rewrite,
  rulesAt,
  setting,
  temporaryFolder,
  watchedFolder,
  write,
} from '../editor';
import { test } from '../registry';
import { until } from '../until';

const RULE = 'rotate-certificates-missing';
const UNIT = '[Service]\nEnvironmentFile=/etc/default/kubelet\nExecStart=/usr/bin/kubelet $KUBELET_ARGS\n';
const ARGUMENTS = 'KUBELET_ARGS="--bootstrap-kubeconfig=/b --kubeconfig=/k"\n';
const UNIT_WITH_CONFIG =
  '[Service]\nExecStart=/usr/bin/kubelet --bootstrap-kubeconfig=/etc/kubernetes/bootstrap.conf --kubeconfig=/k --config=/var/lib/kubelet/config.yaml\n';
const CONFIG = 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n';

/** Returns what is to be written in settings for a path below a temporary folder. */
function patternOf(folder: vscode.Uri, path: string): string {
  return `${nameOf(folder)}/${path}`;
}

/** The units are asked here as well as in the packaged extension, which has its own copy of all modules. */
async function following(body: () => Promise<void>): Promise<void> {
  const follow = followClusterSettings();
  try {
    await body();
  } finally {
    await setting('clusters', undefined);
    follow.dispose();
  }
}

test('files of two folders form one cluster as soon as a setting says so, and no longer than that', async () => {
  const folder = await temporaryFolder();
  const unit = await write(folder, 'units/kubelet.service', UNIT);
  const environment = await write(folder, 'environment/kubelet', ARGUMENTS);
  await open(unit);
  await setting('clusters', [
    { name: 'mine', files: [patternOf(folder, 'units'), patternOf(folder, 'environment/*')] },
  ]);
  await diagnosticOf(environment, RULE);
  await rewrite(environment, ARGUMENTS.replace('=/k', '=/k --rotate-certificates'));
  await gone(environment, RULE);
  await rewrite(environment, ARGUMENTS);
  await diagnosticOf(environment, RULE);
  await setting('clusters', undefined);
  await gone(environment, RULE);
});

test('a file that settings put into another cluster no longer explains its folder', async () => {
  const folder = await temporaryFolder();
  const unit = await write(folder, 'kubelet.service', UNIT);
  const environment = await write(folder, 'kubelet', ARGUMENTS);
  await open(unit);
  await diagnosticOf(environment, RULE);
  await setting('clusters', [{ name: 'apart', files: [patternOf(folder, 'kubelet')] }]);
  await gone(environment, RULE);
});

test('the workspace check follows the setting, before and after it changes', async () => {
  const folder = await temporaryFolder();
  const unit = await write(
    folder,
    'units/kubelet.service',
    UNIT.replace('kubelet $', 'kubelet --bootstrap-kubeconfig=/b $'),
  );
  await write(folder, 'environment/kubelet', 'KUBELET_ARGS="--kubeconfig=/k"\n');
  const checked = await write(folder, 'units/kubelet-config.yaml', `${CONFIG}rotateCertificates: \n  - 1\n`);
  await vscode.commands.executeCommand('tlsBootstrap.checkWorkspace');
  await until('findings of the check', () => ours(checked).length > 0);
  assert.ok(!rulesAt(unit).includes(RULE), 'the environment is not in view');
  await setting('clusters', [{ name: 'mine', files: [patternOf(folder, '{units,environment}/kubelet*')] }]);
  await diagnosticOf(unit, RULE);
  await setting('clusters', undefined);
  await gone(unit, RULE);
});

test('the report of a named cluster carries its name', async () => {
  const folder = await temporaryFolder();
  const unit = await write(folder, 'units/kubelet.service', UNIT);
  await write(folder, 'environment/kubelet', ARGUMENTS);
  await setting('clusters', [{ name: 'Edge nodes', files: [patternOf(folder, '**')] }]);
  await open(unit);
  await vscode.commands.executeCommand('tlsBootstrap.checkFolder', vscode.Uri.joinPath(folder, 'units'));
  const report = await until('the report', () => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.languageId === 'markdown' && document.getText();
  });
  assert.match(report, /^# .*Edge nodes/);
  assert.match(report, /--bootstrap-kubeconfig/);
});

test('a tree that is laid out like a machine is one cluster', async () => {
  const folder = await temporaryFolder();
  await watchedFolder(folder, 'node/var/lib/kubelet');
  const unit = await write(folder, 'node/etc/systemd/system/kubelet.service', UNIT_WITH_CONFIG);
  const config = await write(folder, 'node/var/lib/kubelet/config.yaml', `${CONFIG}rotateCertificates: true\n`);
  const other = await write(folder, 'other/var/lib/kubelet/config.yaml', `${CONFIG}rotateCertificates: false\n`);
  await open(unit);
  await open(other);
  await diagnosticOf(other, 'rotate-certificates-off');
  await rewrite(config, CONFIG);
  await diagnosticOf(config, RULE);
  assert.deepEqual(
    rulesAt(unit).filter((rule) => rule === RULE),
    [],
  );
});

test('a command on a folder within a machine is about the machine', async () => {
  await following(async () => {
    const folder = await temporaryFolder();
    await write(folder, 'node/etc/systemd/system/kubelet.service', UNIT_WITH_CONFIG);
    const config = await write(folder, 'node/var/lib/kubelet/config.yaml', CONFIG);
    const log = vscode.window.createOutputChannel('Clusters', { log: true });
    const folders = new ClusterFolders(createKubernetes(kubernetesData), log);
    try {
      const place = vscode.Uri.joinPath(folder, 'node/etc/systemd/system');
      const chosen = await likelyFolder(folders, place);
      assert.equal(chosen?.toString(), vscode.Uri.joinPath(folder, 'node').toString());
      const files = await new FolderListing(chosen, log).list();
      assert.deepEqual(
        files.map(({ path }) => path.slice(chosen.path.length)),
        ['/etc/systemd/system/kubelet.service', '/var/lib/kubelet/config.yaml'],
      );
      await setting('clusters', [{ name: 'apart', files: [patternOf(folder, 'node/var')] }]);
      await until('the setting to hold', () => clusterFolderOf(config).fragment === 'apart');
      assert.equal((await new FolderListing(chosen, log).list()).length, 1);
    } finally {
      folders.dispose();
      log.dispose();
    }
  });
});

test('what is wrong with the setting is said once, and the rest of it holds', async () => {
  await following(async () => {
    const folder = await temporaryFolder();
    const file = await write(folder, 'kubelet', ARGUMENTS);
    await setting('clusters', [
      { name: 'one', files: ['/etc/kubernetes', patternOf(folder, '*')] },
      { name: 'two', files: [patternOf(folder, '**'), '{a,b'] },
      { files: ['x'] },
    ]);
    await until('the setting to hold', () => clusterFolderOf(file).fragment === 'one');
    clusterFolderOf(file);
    const told = clusterProblems();
    assert.equal(told.length, 4, told.join('\n'));
    assert.match(told[0] ?? '', /\/etc\/kubernetes is an absolute path/);
    assert.match(told[1] ?? '', /\{a,b has no counterpart/);
    assert.match(told[2] ?? '', /number 3 .* has no name/);
    assert.match(told[3] ?? '', /kubelet is named by several clusters: it belongs to one, not to two/);
    for (const wrong of [{ one: 1 }, 'x', 7, [null, 1, 'a'], [{ name: 'a', files: { b: 1 } }]]) {
      await setting('clusters', wrong);
      await until('a word about it', () => clusterProblems().length > 0 && clusterFolderOf(file).fragment === '');
    }
  });
});

test('only the file that changed is read and parsed again, and the findings of the others follow', async () => {
  const folder = await temporaryFolder();
  const unit = await write(folder, 'kubelet.service', UNIT);
  const environment = await write(folder, 'kubelet', ARGUMENTS);
  await write(folder, 'kubelet-config.yaml', CONFIG);
  const log = vscode.window.createOutputChannel('Clusters', { log: true });
  const read: string[] = [];
  const listing = new FolderListing(folder, log);
  const stored = new WatchedFiles({
    name: 'counted',
    listing,
    log,
    read: (file, to) => {
      read.push(nameOf(file));
      return storedText(file, to);
    },
  });
  const cluster = new ClusterFolder(folder, createKubernetes(kubernetesData), stored);
  try {
    const before = await cluster.view();
    assert.deepEqual([...read].sort(), ['kubelet', 'kubelet-config.yaml', 'kubelet.service']);
    assert.ok(before.result.findings.some(({ rule }) => rule === RULE));
    assert.equal(await cluster.view(), before, 'nothing changed, so nothing is judged again');
    // Watchers tell in order: who has heard of this file has heard of those before.
    const last = await write(folder, 'last.env', 'KUBE_APISERVER_ARGS="--v=2"\n');
    await until('the last file to be seen', async () => (await cluster.view()).fileAt(last));
    read.length = 0;
    await write(folder, 'kubelet.service', UNIT.replace(' $KUBELET_ARGS', ' --rotate-certificates $KUBELET_ARGS'));
    const after = await until('the change to be seen', async () => {
      const view = await cluster.view();
      return !view.result.findings.some(({ rule }) => rule === RULE) && view;
    });
    assert.deepEqual(new Set(read.filter((name) => name !== 'last.env')), new Set(['kubelet.service']));
    assert.equal(after.fileAt(environment)?.parsed, before.fileAt(environment)?.parsed);
    assert.notEqual(after.fileAt(unit)?.parsed, before.fileAt(unit)?.parsed);
  } finally {
    cluster.dispose();
    log.dispose();
  }
});
