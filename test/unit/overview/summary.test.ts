import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chineseTexts } from '../../../docs/translations';
import { buildCluster } from '../../../src/core/cluster/buildCluster';
import { flowCatalogue } from '../../../src/core/flow/catalogue';
import { playOf } from '../../../src/core/flow/playOf';
import { workspaceRun } from '../../../src/core/flow/scenarioRun';
import { simulate } from '../../../src/core/flow/simulate';
import type { Timeline } from '../../../src/core/flow/timeline';
import { renderMessage } from '../../../src/core/messages/message';
import { entryOf } from '../../../src/core/overview/entryOf';
import { summaryOf } from '../../../src/core/overview/summaryOf';
import { overviewTexts } from '../../../src/core/overview/texts';
import { kubernetes, unit } from '../cluster/reading';
import { read } from '../lint/reading';

function timelineWith(...flags: readonly string[]): Timeline {
  const command = ['/usr/bin/kubelet --bootstrap-kubeconfig=/b --kubeconfig=/k', ...flags].join(' ');
  const cluster = buildCluster(read({ 'kubelet.service': unit(command) }), { target: '1.30', kubernetes });
  return simulate(cluster, workspaceRun);
}

function summary(...flags: readonly string[]): readonly string[] {
  return summaryOf(timelineWith(...flags)).map((message) => renderMessage(message, overviewTexts));
}

function entry(...flags: readonly string[]): string {
  const timeline = timelineWith(...flags);
  const message = entryOf(timeline, playOf(timeline, { id: 'title', params: {} }));
  return renderMessage(message, { ...overviewTexts, ...flowCatalogue });
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

test('the sentence above a file: when the first certificate ends and is renewed, or how it goes wrong', () => {
  const ready = 'Ready; the first certificate ends after 365 days and is renewed after about 292 days';
  assert.equal(entry('--rotate-certificates'), ready);
  assert.match(entry(), /^After 365 days the node is NotReady: .* Cause: --rotate-certificates\.$/);
  assert.match(entry('--no-such-flag'), /never becomes Ready/);
});

test('a node whose renewal the files leave open: not known, and why', () => {
  assert.deepEqual(summary('--rotate-certificates={{ rotate }}'), [
    'not known (a template decides --rotate-certificates)',
  ]);
  assert.deepEqual(summary('$KUBELET_ARGS'), [
    'not known (nothing in view sets $KUBELET_ARGS, which may hold --rotate-certificates)',
  ]);
  const sentence = 'How it ends is not known: a template decides --rotate-certificates in kubelet.service.';
  assert.equal(entry('--rotate-certificates={{ rotate }}'), sentence);
});

test('bad news that what is open cannot change stays', () => {
  assert.deepEqual(summary('--no-such-flag', '$KUBELET_ARGS'), ['the kubelet exits']);
  assert.match(entry('--rotate-certificates=false', '--v={{ level }}'), /^After 365 days the node is NotReady/);
});

test('the same in Chinese', () => {
  const [node] = summaryOf(timelineWith('--rotate-certificates={{ rotate }}'));
  assert.ok(node);
  assert.equal(renderMessage(node, chineseTexts()), '未知（--rotate-certificates 由模板决定）');
});
