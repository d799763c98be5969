import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { buildCluster } from '../../../src/core/cluster/buildCluster';
import { readFile } from '../../../src/core/documents/readFile';
import { playOf } from '../../../src/core/flow/playOf';
import { simulate } from '../../../src/core/flow/simulate';
import { createKubernetes } from '../../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../../src/core/kubernetes/kubernetesData';
import { SourceText } from '../../../src/core/text/sourceText';

const kubernetes = createKubernetes(kubernetesData);

/** Plays files that name no release, so that the newest is assumed. */
function playWith(duration: string) {
  const files = {
    'kubelet.service':
      '[Service]\nExecStart=/usr/bin/kubelet --bootstrap-kubeconfig=/b --kubeconfig=/k --rotate-certificates\n',
    'kcm.service': `[Service]\nExecStart=/usr/bin/kube-controller-manager --cluster-signing-duration=${duration} --cluster-signing-cert-file=/ca.crt --cluster-signing-key-file=/ca.key\n`,
  };
  const parsed = Object.entries(files).map(([path, text]) => readFile(new SourceText(path, text)));
  const timeline = simulate(buildCluster(parsed, { target: 'auto', kubernetes }), { id: 'x', until: 600 });
  return { timeline, play: playOf(timeline, { id: 'flow.scenario.today', params: {} }) };
}

describe('a signing duration', () => {
  it('that Go cannot hold stops the controller manager, whatever release is assumed', () => {
    const { timeline } = playWith('999999999h');
    const words = timeline.events.find(
      ({ actor, details }) => actor === 'kube-controller-manager' && details.level === 'fatal',
    );
    assert.match(words?.message ?? '', /invalid argument "999999999h" for "--cluster-signing-duration" flag/);
    assert.equal(
      timeline.assumptions.some(({ setting }) => setting === '--cluster-signing-duration'),
      false,
    );
  });

  for (const duration of ['1ns', '0s', '-1h']) {
    it(`of ${duration} brings certificates that have ended when they come`, () => {
      const { play } = playWith(duration);
      const signed = play.steps.find(({ sentence }) => sentence.id.startsWith('flow.step.signed'));
      assert.equal(signed?.sentence.id, 'flow.step.signed-ended');
      assert.equal(signed.sentence.params.duration, duration);
      assert.equal(signed.result, 'fails');
      assert.equal(play.outcome.ok, false);
    });
  }
});
