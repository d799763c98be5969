import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnosticOf, open, openUntitled, ours, temporaryFolder, write } from '../editor';
import { test } from '../registry';

const ROTATES_NOT =
  'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nrotateCertificates: false\n';

test('binary, empty, huge and unreadable neighbours do no harm', async () => {
  const folder = await temporaryFolder();
  await write(folder, 'kubelet', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0, 107, 117, 98, 101, 108, 101, 116]));
  await write(folder, 'kubelet.env', '');
  await write(folder, 'kubelet-huge.yaml', `kubelet: ${'x'.repeat(10_000_000)}`);
  await write(
    folder,
    'kubelet-broken.yaml',
    'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: [KubeletConfiguration\n',
  );
  const config = await write(folder, 'kubelet-config.yaml', ROTATES_NOT);
  await open(config);
  await diagnosticOf(config, 'rotate-certificates-off');
});

test('one broken document leaves the others of its file judged', async () => {
  const { uri } = await openUntitled('yaml', `kubelet: [\n---\n${ROTATES_NOT}`);
  await diagnosticOf(uri, 'rotate-certificates-off');
});

test('a line of ten million characters is left alone', async () => {
  const { uri } = await openUntitled('yaml', `kubelet: ${'x'.repeat(10_000_000)}`);
  const other = await openUntitled('yaml', ROTATES_NOT);
  await diagnosticOf(other.uri, 'rotate-certificates-off');
  assert.deepEqual(ours(uri), []);
});

test('commands take whatever a link hands them', async () => {
  for (const given of [undefined, null, 7, 'no-such-rule', { scenario: 'none', folder: 'nowhere:/', step: 'never' }]) {
    await vscode.commands.executeCommand('tlsBootstrap.openPlayer', given);
    await vscode.commands.executeCommand('tlsBootstrap.silenceEverywhere', { rule: given });
  }
});
