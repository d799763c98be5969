import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { playOf } from '../../../src/core/flow/playOf';
import { DAY, type ScenarioRun } from '../../../src/core/flow/scenarioRun';
import { simulate } from '../../../src/core/flow/simulate';
import type { Timeline } from '../../../src/core/flow/timeline';
import { clusterOf, unit } from '../cluster/reading';

const EVERY = 'kubectl get csr -o name | xargs kubectl certificate approve';

/** A cluster in which nothing built in approves anything. */
function play(script: string, run: Partial<ScenarioRun> = {}): Timeline {
  const files = {
    'kubelet.service': unit(
      '/usr/bin/kubelet --bootstrap-kubeconfig=/b --kubeconfig=/k --rotate-certificates --rotate-server-certificates',
    ),
    'rbac.sh': `#!/bin/sh\nkubectl create clusterrolebinding a --clusterrole=system:node-bootstrapper --group=system:bootstrappers\n${script}\n`,
  };
  return simulate(clusterOf(files, '1.30'), { id: 'script', until: 500 * DAY, ...run });
}

const decided = ({ csrs }: Timeline, machine?: string): readonly string[] =>
  csrs
    .filter((csr) => machine === undefined || csr.machine === machine)
    .map(({ usages, condition }) => `${usages.includes('server auth') ? 'serving' : 'client'} ${condition}`);

const has = (timeline: Timeline, what: string): boolean => decided(timeline).includes(what);

const saysSo = ({ assumptions }: Timeline): boolean =>
  assumptions.some(({ setting }) => setting === 'kubectl certificate approve');

describe('a play with a script that approves', () => {
  it('without one the first request waits', () => {
    assert.equal(play('').outcome.id, 'stuck-pending');
  });

  it('once: the node is Ready, and neither its renewal nor its serving certificate comes', () => {
    const timeline = play(EVERY);
    assert.equal(timeline.outcome.id, 'exited');
    assert.deepEqual(decided(timeline).slice(0, 2), ['client Approved', 'serving Pending']);
    assert.equal(has(timeline, 'serving Approved'), false);
    assert.equal(decided(timeline).filter((one) => one === 'client Approved').length, 1);
    assert.equal(saysSo(timeline), false);
  });

  it('over and over: it renews, and has its serving certificate', () => {
    const timeline = play(`while true; do\n  ${EVERY}\n  sleep 60\ndone`);
    assert.equal(timeline.outcome.id, 'ready-and-renewing');
    assert.ok(has(timeline, 'serving Approved'));
  });

  it('what only may approve is taken to, and the play says so', () => {
    const timeline = play('kubectl certificate approve "$1"');
    assert.deepEqual(decided(timeline)[0], 'client Approved');
    assert.ok(saysSo(timeline));
  });

  it('a user is no node', () => {
    assert.equal(play('kubectl certificate approve jane').outcome.id, 'stuck-pending');
  });

  it('once means once for each machine', () => {
    const further = { machine: 'node-2', startsAfter: 3600, nodeName: 'node-2', nodeAddress: '10.77.1.2' };
    const timeline = play(EVERY, { machine: 'node-1', furtherKubelets: [further], until: DAY });
    assert.equal(decided(timeline, 'node-1')[0], 'client Approved');
    assert.equal(decided(timeline, 'node-2')[0], 'client Approved');
  });

  it('its step leads to the line of the script', () => {
    const { steps } = playOf(play(EVERY), { id: 'flow.title.workspace', params: {} });
    const step = steps.find(({ sentence }) => sentence.id === 'flow.step.approved-by-script') ?? assert.fail();
    assert.equal(step.step, 'approve');
    assert.equal(step.evidence[0]?.origin?.path, 'rbac.sh');
  });
});
