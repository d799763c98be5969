import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lint } from '../../../src/core/lint/lint';
import { overviewOf } from '../../../src/core/overview/overviewOf';
import { clusterNodes, type ClusterNode } from '../../../src/host/cluster/clusterNodes';
import { kubernetes, unit } from '../cluster/reading';
import { read } from '../lint/reading';

function nodesOf(files: Readonly<Record<string, string>>): readonly ClusterNode[] {
  const options = { kubernetes, target: '1.30' } as const;
  return clusterNodes(overviewOf(lint(read(files), options), options));
}

function all(nodes: readonly ClusterNode[]): readonly ClusterNode[] {
  return nodes.flatMap((node) => [node, ...all(node.children)]);
}

const manager = (duration: string) => unit(`/usr/bin/kube-controller-manager --cluster-signing-duration=${duration}`);

test('nothing is shown where nothing is configured', () => {
  assert.deepEqual(nodesOf({ 'notes.yaml': 'a: 1\n' }), []);
});

test('every line has an id of its own, and a set one its place', () => {
  const nodes = all(
    nodesOf({
      'a/kubelet.service': unit('/usr/bin/kubelet --bootstrap-kubeconfig=/b --kubeconfig=/k $MORE'),
      'b/kubelet.service': unit('/usr/bin/kubelet --bootstrap-kubeconfig=/b --kubeconfig=/k'),
    }),
  );
  assert.equal(new Set(nodes.map(({ id }) => id)).size, nodes.length);
  const bootstrap = nodes.filter(({ label }) => label === '--bootstrap-kubeconfig');
  assert.deepEqual(
    bootstrap.map(({ place }) => place?.path),
    ['a/kubelet.service', 'b/kubelet.service'],
  );
});

test('an unknown setting tells why, and leads nowhere', () => {
  const nodes = all(nodesOf({ 'kubelet.service': unit('/usr/bin/kubelet --kubeconfig=/k $MORE') }));
  const port = nodes.find(({ label }) => label === '--read-only-port');
  assert.equal(port?.place, undefined);
  assert.deepEqual(
    port?.details.map(({ id }) => id),
    ['overview.reason.variable-not-in-view', 'overview.silent'],
  );
});

test('files that contradict each other come first', () => {
  const [first] = nodesOf({ 'a.service': manager('1h'), 'b.service': manager('2h') });
  assert.equal(first?.icon, 'warning');
  assert.equal(typeof first.description === 'object' && first.description.id, 'overview.contradiction');
});
