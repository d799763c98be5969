import assert from 'node:assert/strict';
import * as vscode from 'vscode';
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

const RULE = 'rotate-certificates-off';
const OFF = 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nrotateCertificates: false\n';
const ON = OFF.replace('false', 'true');

async function check(): Promise<void> {
  await vscode.commands.executeCommand('tlsBootstrap.checkWorkspace');
}

async function hasNone(file: vscode.Uri): Promise<void> {
  await until(
    `no findings in ${file.path}`,
    () => ours(file).length === 0,
    () => rulesAt(file),
  );
}

test('the workspace check finds what is wrong in all folders and opens nothing', async () => {
  const folder = await temporaryFolder();
  const files = [
    await write(folder, 'a/kubelet-config.yaml', OFF),
    await write(folder, 'b/c/kubelet-config.yaml', OFF),
    await write(folder, 'b/kubelet-config.yaml', ON),
  ];
  const unrelated = await write(folder, 'b/other.yaml', 'rotateCertificates: false\n');
  const before = vscode.workspace.textDocuments.length;
  await check();
  assert.deepEqual(files.map(rulesAt), [[RULE], [RULE], []]);
  assert.deepEqual(rulesAt(unrelated), []);
  assert.equal(vscode.workspace.textDocuments.length, before);
});

test('what the check found goes when the file is repaired or deleted, and with its folder', async () => {
  const folder = await temporaryFolder();
  const repaired = await write(folder, 'a/kubelet-config.yaml', OFF);
  const deleted = await write(folder, 'b/kubelet-config.yaml', OFF);
  await watchedFolder(folder, 'c/d');
  const below = await write(folder, 'c/d/kubelet-config.yaml', OFF);
  await check();
  for (const file of [repaired, deleted, below]) await diagnosticOf(file, RULE);
  await rewrite(repaired, ON);
  await hasNone(repaired);
  await rewrite(deleted, OFF);
  await vscode.workspace.fs.delete(deleted);
  await hasNone(deleted);
  await rewrite(below, OFF);
  await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, 'c'), { recursive: true });
  await hasNone(below);
});

test('what the check found stays when its file is opened and closed again', async () => {
  const folder = await temporaryFolder();
  const file = await write(folder, 'a/kubelet-config.yaml', OFF);
  const other = await write(folder, 'b/kubelet-config.yaml', OFF);
  await check();
  await open(file);
  await diagnosticOf(file, RULE);
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  await until('the document to be closed', () =>
    vscode.workspace.textDocuments.every(({ uri }) => uri.toString() !== file.toString()),
  );
  await diagnosticOf(file, RULE);
  assert.deepEqual(rulesAt(other), [RULE]);
});

test('settings apply at once to what the check found', async () => {
  const folder = await temporaryFolder();
  const file = await write(folder, 'a/kubelet-config.yaml', OFF);
  await check();
  await diagnosticOf(file, RULE);
  await setting(`rules.${RULE}.severity`, 'off');
  await gone(file, RULE);
  await setting(`rules.${RULE}.severity`, 'error');
  const { severity } = await diagnosticOf(file, RULE);
  assert.equal(severity, vscode.DiagnosticSeverity.Error);
});

for (const section of ['files', 'search']) {
  test(`the check leaves out what ${section}.exclude names`, async () => {
    const folder = await temporaryFolder();
    const kept = await write(folder, 'a/kubelet-config.yaml', OFF);
    const excluded = await write(folder, 'vendor/kubelet-config.yaml', OFF);
    const settings = vscode.workspace.getConfiguration(section);
    await settings.update('exclude', { '**/vendor': true, '**/*.{a,b}': true }, vscode.ConfigurationTarget.Workspace);
    try {
      await check();
      await diagnosticOf(kept, RULE);
      assert.deepEqual(rulesAt(excluded), []);
    } finally {
      await settings.update('exclude', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
}

test('the check leaves out what Git leaves out', async () => {
  const folder = await temporaryFolder();
  const kept = await write(folder, 'a/kubelet-config.yaml', OFF);
  const ignored = await write(folder, 'build/kubelet-config.yaml', OFF);
  await write(folder, '.gitignore', 'build/\n');
  await check();
  await diagnosticOf(kept, RULE);
  assert.deepEqual(rulesAt(ignored), []);
});

test('a second check drops what is not there any more', async () => {
  const folder = await temporaryFolder();
  const file = await write(folder, 'a/kubelet-config.yaml', OFF);
  await check();
  await diagnosticOf(file, RULE);
  const settings = vscode.workspace.getConfiguration('files');
  await settings.update('exclude', { '**/a': true }, vscode.ConfigurationTarget.Workspace);
  try {
    await check();
    assert.deepEqual(rulesAt(file), []);
  } finally {
    await settings.update('exclude', undefined, vscode.ConfigurationTarget.Workspace);
  }
});
