import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { DAY, type ScenarioRun } from '../../../src/core/flow/scenarioRun';
import { simulate } from '../../../src/core/flow/simulate';
import type { Timeline } from '../../../src/core/flow/timeline';
import type { Release } from '../../../src/core/kubernetes/release';
import { handMadeCluster } from './handMadeCluster';

const PREFIX = 'system:certificates.k8s.io:certificatesigningrequests:';
const YEAR = 365 * DAY;

interface Case {
  readonly release: Release;
  /** Length of life of certificates; a year when undefined. */
  readonly duration?: string;
  readonly run?: Partial<ScenarioRun>;
}

function rotating({ release, duration = '8760h', run }: Case): Timeline {
  const flag = Number(release.slice(2)) < 19 ? 'experimental-cluster-signing-duration' : 'cluster-signing-duration';
  const cluster = handMadeCluster({
    release,
    kubelet: { 'rotate-certificates': true },
    controllerManager: { [flag]: duration },
    bindings: [
      ['system:node-bootstrapper', 'Group:system:bootstrappers'],
      [`${PREFIX}nodeclient`, 'Group:system:bootstrappers'],
      [`${PREFIX}selfnodeclient`, 'Group:system:nodes'],
    ],
  });
  const bootstrapToken = { username: 'kubelet-bootstrap', groups: ['system:bootstrappers'] };
  return simulate(cluster, { id: 'test', bootstrapToken, ...run });
}

function failures({ events }: Timeline): readonly string[] {
  return events
    .filter(({ message }) => /^(?:Failed while requesting|Unable to load)/.test(message))
    .map(({ message }) => message.replace(/^.*: (?=[^:]+$)/, ''));
}

const embedded: Partial<ScenarioRun> = {
  existingKubeconfig: { style: 'embedded', notBefore: 0, notAfter: YEAR },
  until: 3 * YEAR,
};

describe('the client that renewals are sent with', () => {
  it('keeps the connection, and the certificate, of its first request from 1.18 on', () => {
    const fractions = { rotationFractions: { client: [0.824, 0.7554, 0.763, 0.8] }, until: 330 };
    for (const release of ['1.18', '1.20'] as const)
      assert.ok(failures(rotating({ release, duration: '8m', run: fractions })).includes('Unauthorized'), release);
    assert.deepEqual(failures(rotating({ release: '1.17', duration: '8m', run: fractions })), []);
  });

  it('closes the connection it is opening when it finds another certificate in the file, and succeeds the next time', () => {
    const timeline = rotating({
      release: '1.20',
      duration: '9m',
      run: { rotationFractions: { client: [0.71, 0.89, 0.9] }, until: 280 },
    });
    assert.deepEqual(failures(timeline), ['use of closed network connection']);
    assert.equal(timeline.csrs.at(-1)?.issued, true);
    assert.equal(timeline.csrs.length, 3);
  });

  it('looks at the file every five minutes, so that ordinary lives see nothing of it', () => {
    const timeline = rotating({ release: '1.20', run: { until: 4 * YEAR } });
    assert.deepEqual(failures(timeline), []);
    const looks = timeline.events.filter(({ details }) => details.client === 'requests');
    assert.equal(looks.length, timeline.csrs.length - 1);
    assert.equal(timeline.outcome.id, 'ready-and-renewing');
  });

  it('shows the certificate embedded in the kubeconfig from 1.14 on: after its year nothing is renewed', () => {
    const now = rotating({ release: '1.20', run: embedded });
    assert.equal(failures(now)[0], 'Unauthorized');
    assert.equal(now.outcome.id, 'exited');
    assert.match(now.outcome.message, /since a valid client cert was found and the server is responsive/);
    const before = rotating({ release: '1.13', run: embedded });
    assert.deepEqual(failures(before), []);
    assert.equal(before.outcome.id, 'ready-and-renewing');
  });

  it('cannot be made when the file is gone', () => {
    const timeline = rotating({
      release: '1.20',
      run: { until: YEAR, operations: [{ t: DAY, type: 'delete-file', file: 'client-certificate' }] },
    });
    assert.equal(failures(timeline)[0], 'no such file or directory');
  });
});

describe('what differs between releases', () => {
  it('a denied request is not approved up to 1.18, and denied from 1.19 on', () => {
    const wordsOf = (release: Release): string => {
      const cluster = handMadeCluster({
        release,
        bindings: [['system:node-bootstrapper', 'Group:system:bootstrappers']],
      });
      const bootstrapToken = { username: 'kubelet-bootstrap', groups: ['system:bootstrappers'] };
      const operations = [{ t: 20, type: 'deny-csr', csr: 'client' }] as const;
      const { events } = simulate(cluster, { id: 'test', bootstrapToken, operations, until: 60 });
      return events.find(({ details }) => details.level === 'fatal')?.message ?? '';
    };
    assert.match(wordsOf('1.18'), /certificate signing request is not approved, reason: /);
    assert.match(wordsOf('1.19'), /certificate signing request is denied, reason: /);
  });

  it('a serving request waits for the addresses in the status of the node from 1.12 on', () => {
    const askedBeforeRegistered = (release: Release): boolean => {
      const cluster = handMadeCluster({
        release,
        kubelet: { 'rotate-certificates': true, 'rotate-server-certificates': true },
        kubeletGates: { RotateKubeletServerCertificate: true },
        bindings: [
          ['system:node-bootstrapper', 'Group:system:bootstrappers'],
          [`${PREFIX}nodeclient`, 'Group:system:bootstrappers'],
        ],
      });
      const bootstrapToken = { username: 'kubelet-bootstrap', groups: ['system:bootstrappers'] };
      const { events } = simulate(cluster, { id: 'test', bootstrapToken, until: 60 });
      const asked = events.findIndex(({ kind, step }) => kind === 'csr-create' && step === 'serving-csr');
      assert.ok(asked >= 0, release);
      return asked < events.findIndex(({ kind }) => kind === 'node-register');
    };
    assert.deepEqual((['1.10', '1.12', '1.20'] as const).map(askedBeforeRegistered), [true, false, false]);
  });
});
