import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnosticOf, extension, open, openAsleep, sampleFile, temporaryFolder, write } from '../editor';
import { test } from '../registry';
import { until } from '../until';

/** Whether the part with the rules has been loaded; undefined where the host loads everything as one file. */
function engineIsLoaded(): boolean | undefined {
  const modules = Object.keys(require.cache);
  return modules.length === 0 ? undefined : modules.some((path) => path.endsWith('engine.cjs'));
}

test('nothing of ours wakes with the editor', async () => {
  const { activationEvents } = extension().packageJSON as { activationEvents: readonly string[] };
  assert.ok(!activationEvents.includes('*') && !activationEvents.includes('onStartupFinished'));
  assert.equal(extension().isActive, false);
  await openAsleep(await write(await temporaryFolder(), 'notes.md', 'The kubelet asks for a certificate.'));
  assert.equal(extension().isActive, false);
});

test('unrelated YAML wakes us, and does not load the rules', async () => {
  await openAsleep(await write(await temporaryFolder(), 'build.yaml', 'name: build\non: push\n'));
  await until('the extension to be active', () => extension().isActive);
  assert.notEqual(engineIsLoaded(), true);
  assert.deepEqual(vscode.languages.getDiagnostics(), []);
});

test('a file of ours loads the rules', async () => {
  const { uri } = await open(sampleFile('2018-cluster', 'kubelet'));
  await diagnosticOf(uri, 'rotate-certificates-missing');
  assert.notEqual(engineIsLoaded(), false);
});
