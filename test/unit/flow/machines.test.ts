import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { FurtherKubelet, ScenarioRun } from '../../../src/core/flow/scenarioRun';
import { simulate } from '../../../src/core/flow/simulate';
import type { Timeline } from '../../../src/core/flow/timeline';
import { handMadeCluster, type ShortBinding } from './handMadeCluster';

const TOKEN = { username: 'system:bootstrap:07401b', groups: ['system:bootstrappers'] };

const PREFIX = 'system:certificates.k8s.io:certificatesigningrequests:';
const BINDINGS: readonly ShortBinding[] = [
  ['system:node-bootstrapper', 'Group:system:bootstrappers'],
  [`${PREFIX}nodeclient`, 'Group:system:bootstrappers'],
  [`${PREFIX}selfnodeclient`, 'Group:system:nodes'],
];

function story(run: Omit<ScenarioRun, 'id'>): Timeline {
  const cluster = handMadeCluster({ release: '1.20', kubelet: { 'rotate-certificates': true }, bindings: BINDINGS });
  return simulate(cluster, { id: 'test', until: 300, bootstrapToken: TOKEN, nodeName: 'node-1', ...run });
}

const second: FurtherKubelet = { machine: 'second', startsAfter: 20, nodeAddress: '10.77.1.2' };

function linesOf(timeline: Timeline, machine: string): readonly string[] {
  return timeline.events.filter((event) => event.machine === machine).map(({ message }) => message);
}

describe('several kubelets over one control plane', () => {
  it('tells a single one without a machine', () => {
    const timeline = story({});
    assert.deepEqual(timeline.further, []);
    assert.ok(timeline.events.every((event) => !('machine' in event)));
  });

  it('gives each its own files, certificate and outcome', () => {
    const timeline = story({ furtherKubelets: [{ ...second, nodeName: 'node-2' }] });
    const [other] = timeline.further;
    assert.equal(other?.nodeName, 'node-2');
    assert.equal(other.outcome.id, 'ready-and-renewing');
    assert.deepEqual(
      other.certificates.filter(({ purpose }) => purpose === 'client').map(({ subject }) => subject),
      ['system:node:node-2'],
    );
    assert.ok(other.files.length > 0 && timeline.files.length > 0);
    assert.equal(timeline.certificates.filter(({ purpose }) => purpose === 'client').length, 1);
    const keys = [...timeline.certificates, ...other.certificates].map(({ key }) => key);
    assert.equal(new Set(keys).size, keys.length);
    assert.equal(new Set(timeline.csrs.map(({ name }) => name)).size, timeline.csrs.length);
  });

  it('shares one Node object between two of one name, and its lease', () => {
    const timeline = story({ furtherKubelets: [second], machine: 'first' });
    assert.equal(timeline.events.filter(({ kind }) => kind === 'node-register').length, 1);
    assert.ok(linesOf(timeline, 'second').includes('Node node-1 was previously registered'));
    for (const machine of ['first', 'second']) {
      assert.ok(
        linesOf(timeline, machine).some((line) => line.includes('the object has been modified')),
        machine,
      );
    }
  });

  it('keeps the node Ready while one of two posts its status', () => {
    const stopped = story({
      furtherKubelets: [second],
      operations: [{ t: 60, type: 'stop-kubelet' }],
    });
    assert.equal(stopped.node.at(-1)?.ready, 'True');
    const both = story({
      furtherKubelets: [second],
      operations: [
        { t: 60, type: 'stop-kubelet' },
        { t: 61, type: 'stop-kubelet', machine: 'second' },
      ],
    });
    assert.equal(both.node.at(-1)?.ready, 'Unknown');
  });

  it('tells of a machine what it tells of it alone', () => {
    const alone = story({ until: 10_000 });
    const among = story({
      until: 10_000,
      furtherKubelets: [{ ...second, nodeName: 'node-2' }],
      operations: [{ t: 100, type: 'stop-kubelet', machine: 'second' }],
    });
    assert.deepEqual(among.certificates, alone.certificates);
    assert.deepEqual(among.files, alone.files);
    assert.deepEqual(among.node, alone.node);
    assert.deepEqual(among.outcome, alone.outcome);
    assert.equal(among.further[0]?.outcome.id, 'not-ready-after-expiry');
  });
});
