import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { flowCatalogue } from '../../../src/core/flow/catalogue';
import { scenarioCluster } from '../../../src/core/flow/scenarioCluster';
import { scenarioById, scenarios } from '../../../src/core/flow/scenarios/index';
import { simulate } from '../../../src/core/flow/simulate';
import { offeredWhatIfs, whatIfIds, withWhatIfs, type WhatIfId } from '../../../src/core/flow/whatIf/whatIfs';
import { createKubernetes } from '../../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../../src/core/kubernetes/kubernetesData';

const kubernetes = createKubernetes(kubernetesData);

function cluster(id: string) {
  const scenario = scenarioById(id);
  assert.ok(scenario);
  return { scenario, cluster: scenarioCluster(scenario, kubernetes) };
}

function outcome(id: string, ...whatIfs: readonly WhatIfId[]): string {
  const { scenario, cluster: files } = cluster(id);
  return simulate(withWhatIfs(files, whatIfs), { id, ...scenario.run }).outcome.id;
}

function offered(id: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    offeredWhatIfs(cluster(id).cluster).map((one) => [one.id, Object.values(one.text.params).join(' ')]),
  );
}

describe('a setting turned over', () => {
  it('defuses the bomb, or plants it', () => {
    assert.equal(outcome('one-year-bomb'), 'not-ready-after-expiry');
    assert.equal(outcome('one-year-bomb', 'rotate-certificates', 'selfnodeclient'), 'ready-and-renewing');
    assert.equal(outcome('kubeadm', 'rotate-certificates'), 'not-ready-after-expiry');
    assert.equal(outcome('kubeadm', 'rotate-certificates', 'rotate-certificates'), 'ready-and-renewing');
  });

  it('decides who may ask and who approves', () => {
    assert.equal(outcome('kubeadm', 'node-bootstrapper'), 'exited');
    assert.equal(outcome('controller-disabled', 'csrapproving'), 'ready-and-renewing');
    assert.equal(outcome('kubeadm', 'csrapproving'), 'exited');
    assert.notEqual(outcome('missing-renewal-binding', 'selfnodeclient'), outcome('missing-renewal-binding'));
  });

  it('is offered under its real name, as what it is not yet', () => {
    assert.equal(offered('one-year-bomb')['rotate-certificates'], 'rotateCertificates true');
    assert.equal(offered('today')['rotate-certificates'], 'rotateCertificates false');
    assert.equal(offered('today')['server-tls-bootstrap'], 'serverTLSBootstrap false');
  });

  it('is offered in releases in which it counts, and changes nothing in others', () => {
    const at17 = offered('era-1.7');
    assert.ok('client-rotation-gate' in at17 && !('rotate-certificates' in at17));
    const today = offered('today');
    assert.ok(!('client-rotation-gate' in today) && !('server-rotation-gate' in today));
    const ranges = new Map(offeredWhatIfs(cluster('today').cluster).map((one) => [one.id, [one.since, one.until]]));
    assert.deepEqual(ranges.get('rotate-certificates'), ['1.8', kubernetes.releases.newest]);
    assert.deepEqual(ranges.get('server-tls-bootstrap'), ['1.11', kubernetes.releases.newest]);
    const files = cluster('today').cluster;
    assert.equal(withWhatIfs(files, ['client-rotation-gate', 'no-such-setting']), files);
  });

  it('gives every scenario a story, whatever is turned over', () => {
    for (const { id } of scenarios) for (const whatIf of whatIfIds) assert.ok(outcome(id, whatIf));
    for (const { id } of scenarios) {
      for (const { text } of offeredWhatIfs(cluster(id).cluster)) assert.ok(flowCatalogue[text.id]);
    }
  });
});
