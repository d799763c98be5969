import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { DAY, type ScenarioRun } from '../../../src/core/flow/scenarioRun';
import { simulate } from '../../../src/core/flow/simulate';
import type { EventKind, Timeline } from '../../../src/core/flow/timeline';
import { handMadeCluster, type HandMade, type ShortBinding } from './handMadeCluster';

const PREFIX = 'system:certificates.k8s.io:certificatesigningrequests:';
const ASK: ShortBinding = ['system:node-bootstrapper', 'Group:system:bootstrappers'];
const FIRST: ShortBinding = [`${PREFIX}nodeclient`, 'Group:system:bootstrappers'];
const RENEW: ShortBinding = [`${PREFIX}selfnodeclient`, 'Group:system:nodes'];
const TOKEN = { username: 'kubelet-bootstrap', groups: ['system:bootstrappers'] };

function play(parts: HandMade, run: Partial<ScenarioRun> = {}): Timeline {
  return simulate(handMadeCluster(parts), { id: 'test', bootstrapToken: TOKEN, ...run });
}

function messages(timeline: Timeline, kind: EventKind): readonly string[] {
  return timeline.events.filter((event) => event.kind === kind).map(({ message }) => message);
}

function clientCertificates(timeline: Timeline): Timeline['certificates'] {
  return timeline.certificates.filter(({ purpose }) => purpose === 'client');
}

describe('first certificate', () => {
  it('comes by the blocking bootstrap when rotation is off', () => {
    const timeline = play({ release: '1.20', bindings: [ASK, FIRST] }, { until: 60 });
    const [request] = timeline.csrs;
    assert.match(request?.name ?? '', /^node-csr-[\w-]{43}$/);
    assert.equal(request?.username, 'kubelet-bootstrap');
    assert.equal(request.condition, 'Approved');
    assert.equal(timeline.outcome.id, 'ready-until-expiry');
    assert.equal(timeline.node.at(-1)?.ready, 'True');
  });

  it('comes in the background from 1.14 on when rotation is on', () => {
    const rotating = { bindings: [ASK, FIRST, RENEW], kubelet: { 'rotate-certificates': true } };
    const after = play({ release: '1.14', ...rotating }, { until: 60 });
    assert.match(after.csrs[0]?.name ?? '', /^csr-\w{5}$/);
    const before = play({ release: '1.13', ...rotating }, { until: 60 });
    assert.match(before.csrs[0]?.name ?? '', /^node-csr-/);
    assert.equal(before.outcome.id, 'ready-and-renewing');
  });

  it('lies in kubelet-client.crt up to 1.10 and in a dated file with a symlink from 1.11 on', () => {
    const old = play({ release: '1.10', bindings: [ASK, FIRST] }, { until: 60 });
    assert.deepEqual(clientCertificates(old)[0]?.file, '/var/lib/kubelet/pki/kubelet-client.crt');
    const recent = play({ release: '1.11', bindings: [ASK, FIRST] }, { until: 60 });
    const link = recent.files.find(({ type }) => type === 'symlink');
    assert.equal(link?.path, '/var/lib/kubelet/pki/kubelet-client-current.pem');
    assert.equal(link.target, clientCertificates(recent)[0]?.file);
    assert.equal(
      recent.files.some(({ path }) => path.endsWith('kubelet-client.key.tmp')),
      false,
    );
  });

  it('has no signer before 1.18 and no key encipherment from 1.27 on', () => {
    const signers = (['1.17', '1.18', '1.36'] as const).map(
      (release) => play({ release, bindings: [ASK, FIRST] }, { until: 60 }).csrs[0],
    );
    assert.deepEqual(
      signers.map((request) => request?.signerName),
      [undefined, 'kubernetes.io/kube-apiserver-client-kubelet', 'kubernetes.io/kube-apiserver-client-kubelet'],
    );
    assert.deepEqual(signers[1]?.usages, ['digital signature', 'key encipherment', 'client auth']);
    assert.deepEqual(signers[2]?.usages, ['digital signature', 'client auth']);
  });

  it('needs a binding to a role that exists in the release', () => {
    const handMade: readonly ShortBinding[] = [ASK, ['approve-nodeclient', 'Group:system:bootstrappers']];
    const roles = { 'approve-nodeclient': 'certificatesigningrequests/nodeclient' };
    assert.equal(play({ release: '1.7', bindings: [ASK, FIRST] }, { until: 600 }).outcome.id, 'stuck-pending');
    assert.equal(play({ release: '1.7', bindings: handMade, roles }, { until: 600 }).outcome.id, 'ready-until-expiry');
  });

  it('stays pending until somebody approves when nobody may have it approved', () => {
    const nobody = play({ release: '1.20', bindings: [ASK] }, { until: 600 });
    assert.equal(nobody.outcome.id, 'stuck-pending');
    assert.match(nobody.outcome.message, /as \[nodeclient\] but subject access review was not approved$/);
    const person = play({ release: '1.20', bindings: [ASK] }, { until: 600, approveAfter: { client: 120 } });
    assert.equal(person.outcome.id, 'ready-until-expiry');
    assert.deepEqual(messages(person, 'csr-approve'), ['This CSR was approved by kubectl certificate approve.']);
  });

  it('is refused with 403 when the token may not ask, and the kubelet exits each time it is started', () => {
    const timeline = play({ release: '1.20', bindings: [FIRST] }, { restartAfter: 3 });
    assert.equal(timeline.outcome.id, 'exited');
    assert.equal(
      timeline.outcome.message,
      'failed to run Kubelet: cannot create certificate signing request: certificatesigningrequests.certificates.k8s.io is forbidden: User "kubelet-bootstrap" cannot create resource "certificatesigningrequests" in API group "certificates.k8s.io" at the cluster scope',
    );
    assert.equal(messages(timeline, 'exit').length, 3);
    assert.deepEqual(timeline.csrs, []);
  });

  it('is refused with 401 after a minute of waiting when the token is not known', () => {
    const timeline = play({ release: '1.20', bindings: [ASK, FIRST] }, { bootstrapToken: 'unknown' });
    const exit = timeline.events.find(({ kind }) => kind === 'exit');
    assert.equal(exit?.t, 60.4);
    assert.equal(
      timeline.outcome.message,
      'failed to run Kubelet: cannot create certificate signing request: Unauthorized',
    );
  });

  it('is approved but never issued without a signing key', () => {
    const timeline = play(
      { release: '1.20', bindings: [ASK, FIRST], controllerManager: { 'cluster-signing-cert-file': '' } },
      { until: 600 },
    );
    assert.equal(timeline.outcome.id, 'never-issued');
    assert.equal(timeline.csrs[0]?.condition, 'Approved');
  });

  it('waits when csrapproving is switched off, by its short or its long name', () => {
    for (const controllers of ['*,-csrapproving', '*,-certificatesigningrequest-approving-controller', 'csrsigning']) {
      const timeline = play(
        { release: '1.30', bindings: [ASK, FIRST], controllerManager: { controllers } },
        { until: 600 },
      );
      assert.equal(timeline.outcome.id, 'stuck-pending', controllers);
    }
  });
});

describe('a kubelet without an API server', () => {
  it('runs on its own when its kubeconfig is not asked for: up to 1.7 that takes another flag', () => {
    const parts = {
      bindings: [ASK, FIRST, ['approve', 'Group:system:bootstrappers']],
      roles: { approve: 'certificatesigningrequests/nodeclient' },
    } as const;
    const without = { kubelet: { 'require-kubeconfig': false } };
    assert.equal(play({ release: '1.7', ...parts, ...without }, { until: 600 }).outcome.id, 'standalone');
    assert.equal(play({ release: '1.7', ...parts }, { until: 600 }).outcome.id, 'ready-until-expiry');
    assert.equal(play({ release: '1.8', ...parts, ...without }, { until: 600 }).outcome.id, 'ready-until-expiry');
  });

  it('cannot ask for anything while the API server is down or shows the certificate of another CA', () => {
    const parts: HandMade = { release: '1.20', bindings: [ASK, FIRST] };
    const down = play(parts, { until: 600, apiServerFault: 'down' });
    assert.equal(down.outcome.id, 'exited');
    assert.match(down.outcome.message, /connect: connection refused$/);
    const rotating = play(
      { ...parts, kubelet: { 'rotate-certificates': true } },
      { until: 600, apiServerFault: 'other-ca' },
    );
    assert.equal(rotating.outcome.id, 'unreachable');
    assert.deepEqual(messages(rotating, 'exit'), []);
  });
});

describe('the life of a certificate', () => {
  it('starts five minutes early and lasts a year when no flag says otherwise', () => {
    const [certificate] = clientCertificates(play({ release: '1.20', bindings: [ASK, FIRST] }, { until: 60 }));
    assert.equal(certificate?.notBefore, -300);
    assert.equal(certificate.notAfter, -300 + 365 * DAY);
  });

  const flags: readonly (readonly [HandMade['release'], string, number])[] = [
    ['1.6', 'experimental-cluster-signing-duration', 365 * DAY],
    ['1.18', 'experimental-cluster-signing-duration', 43_200],
    ['1.18', 'cluster-signing-duration', 365 * DAY],
    ['1.24', 'experimental-cluster-signing-duration', 43_200],
    ['1.24', 'cluster-signing-duration', 43_200],
    ['1.36', 'cluster-signing-duration', 43_200],
  ];
  for (const [release, flag, life] of flags) {
    it(`is ${String(life)} s in ${release} with --${flag}=12h`, () => {
      const timeline = play(
        { release, bindings: [ASK, FIRST], controllerManager: { [flag]: '12h' } },
        { until: 600, approveAfter: { client: 1 } },
      );
      const [certificate] = clientCertificates(timeline);
      assert.equal((certificate?.notAfter ?? 0) - (certificate?.notBefore ?? 0), life);
    });
  }

  it('is not cut by the five minutes from 1.22 on when it is shorter than eight hours', () => {
    for (const [release, end] of [
      ['1.21', 300],
      ['1.22', 600],
    ] as const) {
      const timeline = play(
        { release, bindings: [ASK, FIRST], controllerManager: { 'cluster-signing-duration': '10m' } },
        { until: 60 },
      );
      assert.deepEqual(
        clientCertificates(timeline).map(({ notBefore, notAfter }) => [notBefore, notAfter]),
        [[-300, end]],
      );
    }
  });

  it('ends in NotReady when rotation is off, and the kubelet never exits', () => {
    const timeline = play({ release: '1.20', bindings: [ASK, FIRST] });
    assert.equal(timeline.outcome.id, 'not-ready-after-expiry');
    const notReady = timeline.node.at(-1);
    const end = clientCertificates(timeline)[0]?.notAfter ?? 0;
    assert.equal(notReady?.ready, 'Unknown');
    assert.ok(notReady.t > end && notReady.t < end + 60, String(notReady.t - end));
    assert.deepEqual(messages(timeline, 'exit'), []);
    assert.ok(timeline.outcome.evidence.some(({ setting }) => setting === '--rotate-certificates'));
  });

  it('never ends when rotation is on and nodes may renew', () => {
    for (const release of ['1.8', '1.13', '1.20', '1.36'] as const) {
      const timeline = play(
        { release, bindings: [ASK, FIRST, RENEW], kubelet: { 'rotate-certificates': true } },
        { until: 3650 * DAY },
      );
      assert.equal(timeline.outcome.id, 'ready-and-renewing', release);
      assert.deepEqual(
        timeline.node.map(({ ready }) => ready),
        ['none', 'False', 'True'],
        release,
      );
      const renewals = clientCertificates(timeline);
      assert.ok(renewals.length > 11, release);
      for (const { notBefore, notAfter, rotationAt } of renewals) {
        assert.equal(rotationAt, Math.round(notBefore + 0.8 * (notAfter - notBefore)), release);
      }
    }
  });

  it('is renewed at the fraction asked for, kept between 0.7 and 0.9', () => {
    for (const [asked, kept] of [
      [0.7, 0.7],
      [0.85, 0.85],
      [0.2, 0.7],
      [2, 0.9],
    ] as const) {
      const timeline = play(
        { release: '1.20', bindings: [ASK, FIRST, RENEW], kubelet: { 'rotate-certificates': true } },
        { rotationFraction: asked },
      );
      const [first] = clientCertificates(timeline);
      assert.equal(first?.rotationAt, Math.round(-300 + kept * 365 * DAY));
    }
  });

  it('cannot be renewed in 1.6, and in 1.7 only with the gate', () => {
    const bindings = [ASK, FIRST, RENEW];
    const flag = { 'rotate-certificates': true };
    const approve = { approveAfter: { client: 1 } };
    assert.equal(play({ release: '1.6', bindings, kubelet: flag }, approve).outcome.id, 'not-ready-after-expiry');
    assert.equal(play({ release: '1.7', bindings, kubelet: flag }, approve).outcome.id, 'not-ready-after-expiry');
  });

  it('is asked for again and again, in vain, without permission to renew, and then by bootstrapping again', () => {
    const timeline = play(
      { release: '1.20', bindings: [ASK, FIRST], kubelet: { 'rotate-certificates': true } },
      { restartAfter: 10 },
    );
    assert.equal(timeline.outcome.id, 'ready-until-expiry');
    const [, second] = timeline.csrs;
    assert.equal(second?.username, 'system:node:node-1');
    assert.equal(second.condition, 'Pending');
    assert.ok(timeline.events.length < 400, String(timeline.events.length));
    const skipped = timeline.events.find(({ details }) => typeof details.occurrences === 'number');
    assert.ok(Number(skipped?.details.occurrences) > 6000);
  });

  it('makes the kubelet give up five minutes after its end when nothing can be had', () => {
    const timeline = play(
      { release: '1.20', bindings: [ASK, FIRST], kubelet: { 'rotate-certificates': true } },
      { bootstrapTokenLasts: DAY },
    );
    const end = clientCertificates(timeline)[0]?.notAfter ?? 0;
    const exit = timeline.events.find(({ kind }) => kind === 'exit');
    assert.equal(timeline.outcome.id, 'exited');
    assert.ok(exit !== undefined && exit.t >= end + 290 && exit.t <= end + 310, String((exit?.t ?? 0) - end));
  });

  it('fails at the start without the bootstrap kubeconfig that kubeadm deletes', () => {
    const timeline = play(
      { release: '1.20', bindings: [ASK, FIRST], kubelet: { 'rotate-certificates': true } },
      { bootstrapTokenLasts: DAY, bootstrapKubeconfigLasts: DAY, restartAfter: 10 },
    );
    assert.equal(
      timeline.outcome.message,
      'failed to run Kubelet: unable to load bootstrap kubeconfig: stat /etc/kubernetes/bootstrap.kubeconfig: no such file or directory',
    );
  });
});

describe('the serving certificate', () => {
  const serving = { 'rotate-certificates': true, 'rotate-server-certificates': true };
  const bindings = [ASK, FIRST, RENEW];

  it('is self-signed when none is asked for', () => {
    const timeline = play({ release: '1.20', bindings }, { until: 60 });
    assert.equal(timeline.certificates[0]?.purpose, 'self-signed');
    assert.ok(timeline.files.some(({ path }) => path.endsWith('/kubelet.crt')));
  });

  it('waits for somebody from 1.11 on, whatever role is bound', () => {
    const dead: ShortBinding = ['approve-serving', 'Group:system:nodes'];
    const roles = { 'approve-serving': 'certificatesigningrequests/selfnodeserver' };
    const timeline = play({ release: '1.20', bindings: [...bindings, dead], roles, kubelet: serving }, { until: 600 });
    const request = timeline.csrs.find(({ signerName }) => signerName === 'kubernetes.io/kubelet-serving');
    assert.equal(request?.condition, 'Pending');
    assert.equal(timeline.node.at(-1)?.ready, 'True');
  });

  it('approves itself in 1.8 to 1.10 with the gate on both sides', () => {
    const binding: ShortBinding = ['approve-serving', 'Group:system:nodes'];
    const roles = { 'approve-serving': 'certificatesigningrequests/selfnodeserver' };
    const gate = { RotateKubeletServerCertificate: true };
    const with1 = (controllerManagerGates: Readonly<Record<string, boolean>>): Timeline =>
      play(
        {
          release: '1.8',
          bindings: [...bindings, binding],
          roles,
          kubelet: serving,
          kubeletGates: gate,
          controllerManagerGates,
        },
        { until: 600 },
      );
    const issued = (timeline: Timeline): boolean => timeline.certificates.some(({ purpose }) => purpose === 'serving');
    assert.equal(issued(with1(gate)), true);
    assert.equal(issued(with1({})), false);
  });
});

describe('what the files leave open', () => {
  it('is assumed and said, and events after it are marked', () => {
    const cluster = handMadeCluster({ release: '1.20' });
    const timeline = simulate({ ...cluster, controllerManager: undefined }, { id: 'test', until: 600 });
    const settings = timeline.assumptions.map(({ setting }) => setting);
    assert.ok(settings.includes('bootstrap token'));
    assert.ok(settings.includes('RBAC bindings for bootstrapping'));
    assert.ok(settings.includes('--controllers'));
    assert.equal(timeline.events[0]?.assumed, false);
    assert.equal(timeline.events.at(-1)?.assumed, true);
    assert.equal(timeline.outcome.id, 'ready-until-expiry');
  });

  it('is no reason to invent bindings when RBAC about bootstrapping is in view', () => {
    const timeline = play({ release: '1.20', bindings: [FIRST] }, { until: 600 });
    assert.deepEqual(timeline.assumptions, []);
    assert.equal(timeline.outcome.id, 'exited');
  });

  it('stops a story that grows too long, and says so', () => {
    const timeline = play({ release: '1.20', bindings: [ASK, FIRST] }, { maxEvents: 10 });
    assert.equal(timeline.events.length, 10);
    assert.ok(timeline.assumptions.some(({ setting }) => setting === 'length of the story'));
  });

  it('does not spin with certificates that are due as soon as they come', () => {
    const timeline = play({
      release: '1.20',
      bindings: [ASK, FIRST, RENEW],
      kubelet: { 'rotate-certificates': true },
      controllerManager: { 'cluster-signing-duration': '5m' },
    });
    assert.ok(timeline.events.some(({ kind }) => kind === 'summary'));
    assert.ok(timeline.events.length < 200);
  });
});
