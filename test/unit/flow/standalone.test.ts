import assert from 'node:assert/strict';
import { test } from 'node:test';

import { buildCluster } from '../../../src/core/cluster/buildCluster';
import { readFile } from '../../../src/core/documents/readFile';
import { simulate } from '../../../src/core/flow/simulate';
import type { Outcome } from '../../../src/core/flow/timeline';
import { createKubernetes } from '../../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../../src/core/kubernetes/kubernetesData';
import { SourceText } from '../../../src/core/text/sourceText';

const kubernetes = createKubernetes(kubernetesData);

/** How the play of a kubelet of 1.7 ends that is started with these flags. */
function outcomeOf(flags: string): Outcome {
  const file = readFile(new SourceText('kubelet.service', `[Service]\nExecStart=/usr/bin/kubelet ${flags}\n`));
  const cluster = buildCluster([file], { target: '1.7', kubernetes });
  return simulate(cluster, { id: 'standalone', until: 600 }).outcome;
}

const BOOT = '--bootstrap-kubeconfig=/b --kubeconfig=/k';

test('a kubelet of 1.7 with nothing that makes it use its kubeconfig runs on its own', () => {
  const { id, restsOn } = outcomeOf(BOOT);
  assert.equal(id, 'standalone');
  assert.deepEqual(restsOn, []);
});

test('an address of the API server that a template makes is an address', () => {
  assert.notEqual(outcomeOf(`${BOOT} --api-servers={{ server }}`).id, 'standalone');
});

test('that it runs on its own rests on what is not in view', () => {
  const { id, restsOn } = outcomeOf(`${BOOT} --require-kubeconfig=false $MORE`);
  assert.equal(id, 'standalone');
  assert.deepEqual(
    restsOn.map(({ setting }) => setting),
    ['--api-servers'],
  );
});
