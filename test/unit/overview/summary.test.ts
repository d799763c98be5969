import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildCluster } from '../../../src/core/cluster/buildCluster';
import { workspaceRun } from '../../../src/core/flow/scenarioRun';
import { simulate } from '../../../src/core/flow/simulate';
import { summaryOf } from '../../../src/core/overview/summaryOf';
import { overviewTexts } from '../../../src/core/overview/texts';
import { kubernetes, unit } from '../cluster/reading';
import { read } from '../lint/reading';

function summary(...flags: readonly string[]): readonly string[] {
  const command = ['/usr/bin/kubelet --bootstrap-kubeconfig=/b --kubeconfig=/k', ...flags].join(' ');
  const cluster = buildCluster(read({ 'kubelet.service': unit(command) }), { target: '1.30', kubernetes });
  const texts: Readonly<Record<string, string>> = overviewTexts;
  return summaryOf(simulate(cluster, workspaceRun)).map(({ id }) => texts[id] ?? assert.fail(id));
}

test('a node that renews, with the certificate it made itself', () => {
  assert.deepEqual(summary('--rotate-certificates'), ['Ready · renews', 'serving self-signed']);
});

test('a node that is lost when its certificate ends', () => {
  assert.deepEqual(summary(), ['NotReady once its certificate ends', 'serving self-signed']);
});

test('a serving certificate that nobody approves', () => {
  assert.deepEqual(summary('--rotate-certificates', '--rotate-server-certificates'), [
    'Ready · renews',
    'serving waits for approval',
  ]);
});
