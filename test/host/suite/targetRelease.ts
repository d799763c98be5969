import assert from 'node:assert/strict';
import { diagnosticOf, gone, open, rulesAt, sampleFile, setting } from '../editor';
import { test } from '../registry';
import { until } from '../until';

const controllerManager = sampleFile('2018-cluster', 'controller-manager');

test('the target release decides what is found', async () => {
  await open(controllerManager);
  await setting('kubernetesVersion', '1.36');
  await diagnosticOf(controllerManager, 'flag-removed');
  await setting('kubernetesVersion', '1.9');
  await gone(controllerManager, 'flag-removed');
  await setting('kubernetesVersion', 'auto');
  await diagnosticOf(controllerManager, 'flag-removed');
});

test('a release that nobody wrote well counts as auto', async () => {
  await open(controllerManager);
  await diagnosticOf(controllerManager, 'flag-removed');
  const before = rulesAt(controllerManager);
  await setting('kubernetesVersion', '1.9');
  await gone(controllerManager, 'flag-removed');
  await setting('kubernetesVersion', 'the newest');
  await diagnosticOf(controllerManager, 'flag-removed');
  await until('the same findings', () => rulesAt(controllerManager).join() === before.join());
  assert.deepEqual(rulesAt(controllerManager), before);
});
