import assert from 'node:assert/strict';
import { it } from 'node:test';

import { buildCluster } from '../../../src/core/cluster/buildCluster';
import { readFile } from '../../../src/core/documents/readFile';
import { simulate } from '../../../src/core/flow/simulate';
import type { Timeline } from '../../../src/core/flow/timeline';
import { createKubernetes } from '../../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../../src/core/kubernetes/kubernetesData';
import { SourceText } from '../../../src/core/text/sourceText';

const kubernetes = createKubernetes(kubernetesData);

/** Plays a kubelet whose files name no release, so that the newest is assumed. */
function playWith(flag: string): Timeline {
  const text = `[Service]\nExecStart=/usr/bin/kubelet --bootstrap-kubeconfig=/b --kubeconfig=/k ${flag}\n`;
  const parsed = [readFile(new SourceText('kubelet.service', text))];
  return simulate(buildCluster(parsed, { target: 'auto', kubernetes }), { id: 'x', until: 60 });
}

const exitReasonsOf = ({ events }: Timeline): readonly string[] =>
  events
    .filter(({ kind, actor }) => kind === 'exit' && actor === 'kubelet')
    .map(({ evidence }) => evidence[0]?.setting ?? '');

it('a flag or gate that no release has stops the kubelet, whatever release is assumed', () => {
  assert.equal(playWith('--rotate-certificate-now').outcome.id, 'exited');
  assert.equal(playWith('--feature-gates=RotateKubeletCertificates=true').outcome.id, 'exited');
});

it('a flag that another release has is taken for a sign of that release', () => {
  const timeline = playWith('--experimental-fail-swap-on=false');
  assert.ok(timeline.assumptions.some(({ setting }) => setting === '--experimental-fail-swap-on'));
  assert.deepEqual(
    exitReasonsOf(timeline).filter((setting) => setting === '--experimental-fail-swap-on'),
    [],
  );
});
