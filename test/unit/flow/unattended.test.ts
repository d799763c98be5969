import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { clusterFiles, BOOTSTRAP_TOKEN } from '../../../src/core/flow/scenarioFiles';
import { bareControllerManagerUnit } from '../../../src/core/flow/scenarioUnits';
import { playOf } from '../../../src/core/flow/playOf';
import { workspaceRun, type ScenarioRun } from '../../../src/core/flow/scenarioRun';
import { simulate } from '../../../src/core/flow/simulate';
import type { Timeline } from '../../../src/core/flow/timeline';
import type { Release } from '../../../src/core/kubernetes/release';
import { lintFiles } from '../../rules/examples';
import { handMadeCluster } from './handMadeCluster';

type Parts = Parameters<typeof clusterFiles>[0];

const RUN: ScenarioRun = { ...workspaceRun, bootstrapToken: BOOTSTRAP_TOKEN, until: 7200 };

function timelineOf(release: Release, parts: Parts, run: Partial<ScenarioRun> = {}): Timeline {
  const files = new Map(clusterFiles(parts).map(({ path, text }) => [path, text]));
  return simulate(lintFiles(files, release).cluster, { ...RUN, ...run });
}

/** The evidence of the step with that sentence, as `setting=value`. */
function because(timeline: Timeline, sentence: string): readonly string[] {
  const step = playOf(timeline, { id: 'title', params: {} }).steps.find(
    (one) => one.sentence.id === `flow.step.${sentence}`,
  );
  assert.ok(step, `no step ${sentence}`);
  return step.evidence.map(({ setting, value = 'not set', origin }) => `${setting}=${value} in ${origin?.path ?? '-'}`);
}

const MANAGER = 'kube-controller-manager.service';

describe('why nobody decides about a request or signs it', () => {
  it('csrsigning is switched off', () => {
    const timeline = timelineOf('1.30', { controllerManager: ['--controllers=*,-csrsigning'] });
    const expected = [`--controllers=*,-csrsigning in ${MANAGER}`];
    assert.deepEqual(because(timeline, 'nobody-signs'), expected);
    assert.equal(timeline.outcome.id, 'never-issued');
    assert.equal(timeline.outcome.evidence[0]?.setting, '--controllers');
  });

  it('csrapproving is switched off, by its long name from 1.28 on', () => {
    const parts = { controllerManager: ['--controllers=*,-certificatesigningrequest-approving-controller'] };
    const timeline = timelineOf('1.28', parts);
    assert.match(because(timeline, 'nobody-approves').join(), /^--controllers=\*,-certificatesigningrequest-approving/);
    assert.equal(timeline.outcome.evidence[0]?.setting, '--controllers');
    assert.equal(timelineOf('1.27', parts).outcome.id, 'ready-until-expiry');
  });

  it('of several --controllers the first that names it decides', () => {
    const parts = { controllerManager: ['--controllers=-csrsigning', '--controllers=*,csrsigning'] };
    assert.equal(timelineOf('1.30', parts).outcome.id, 'never-issued');
  });

  it('no signing certificate is given', () => {
    const timeline = timelineOf('1.30', {
      controllerManagerUnit: bareControllerManagerUnit('--use-service-account-credentials=true'),
    });
    assert.deepEqual(because(timeline, 'not-signed'), [`--cluster-signing-cert-file=not set in ${MANAGER}`]);
  });

  it('signing files are those of another signer (sign.persigner)', () => {
    const own = ['cert', 'key'].map((part) => `--cluster-signing-kubelet-serving-${part}-file=/${part}`);
    const controllerManagerUnit = bareControllerManagerUnit('--use-service-account-credentials=true', ...own);
    const { outcome } = timelineOf('1.30', { controllerManagerUnit });
    assert.equal(
      outcome.message,
      'skipping CSR signer controller "kubernetes.io/kube-apiserver-client-kubelet" because specific files were specified for other signers and not this one.',
    );
    assert.equal(outcome.evidence[0]?.setting, '--cluster-signing-kubelet-client-cert-file');
  });

  it('up to 1.18 files have default names: that they are there is assumed, and not so where all is in view (sign.skip)', () => {
    const parts = { controllerManagerUnit: bareControllerManagerUnit('--use-service-account-credentials=true') };
    const { outcome, assumptions } = timelineOf('1.18', parts);
    assert.equal(outcome.id, 'ready-until-expiry');
    assert.deepEqual(
      assumptions.map(({ setting, value }) => `${setting}=${value}`),
      ['--cluster-signing-cert-file=/etc/kubernetes/ca/ca.pem', '--cluster-signing-key-file=/etc/kubernetes/ca/ca.key'],
    );
    const complete = timelineOf('1.18', parts, { view: 'complete' });
    assert.match(complete.outcome.message, /no csr cert\/key was specified and the default files are missing$/);
    assert.match(timelineOf('1.19', parts).outcome.message, /no csr cert\/key was specified$/);
  });

  it('kube-controller-manager does not start', () => {
    const timeline = timelineOf('1.30', { controllerManager: ['--cluster-signing-duration=365d'] });
    assert.deepEqual(because(timeline, 'nobody-approves'), [`--cluster-signing-duration=365d in ${MANAGER}`]);
  });

  it('no group is approved as a whole up to 1.6, where one controller approves and signs', () => {
    const played = (controllerManager: Readonly<Record<string, string>>): Timeline => {
      const bindings = [['system:node-bootstrapper', 'Group:system:bootstrappers']] as const;
      const run = { ...RUN, approveAfter: { client: 60 } };
      return simulate(handMadeCluster({ release: '1.6', bindings, controllerManager }), run);
    };
    assert.equal(played({}).outcome.id, 'ready-until-expiry');
    const unsigned = played({ controllers: '*,-certificatesigningrequests' });
    assert.deepEqual(because(unsigned, 'nobody-signs'), [
      '--controllers=*,-certificatesigningrequests in cluster.yaml',
    ]);
    const [request] = played({}).csrs;
    assert.deepEqual(request?.unattended, []);
    const pending = simulate(handMadeCluster({ release: '1.6' }), RUN);
    assert.equal(pending.outcome.evidence[0]?.setting, '--insecure-experimental-approve-all-kubelet-csrs-for-group');
  });

  it('the gate for serving certificates is off in kube-controller-manager 1.10', () => {
    const kubelet = ['--rotate-certificates', '--feature-gates=RotateKubeletServerCertificate=true'];
    const timeline = timelineOf('1.10', { kubelet });
    assert.deepEqual(because(timeline, 'nobody-approves-serving'), [
      `RotateKubeletServerCertificate=not set in ${MANAGER}`,
    ]);
  });

  it('a control plane before 1.25 neither recognises nor signs usages without key encipherment (boot.usages)', () => {
    const upgrades = [{ t: 0, release: '1.24' }] as const;
    const kubelet = ['--rotate-certificates'];
    const timeline = timelineOf('1.27', { kubelet }, { upgrades });
    assert.deepEqual(because(timeline, 'nobody-approves'), ['kube-controller-manager=1.24 in -']);
    assert.equal(timelineOf('1.26', { kubelet }, { upgrades }).outcome.id, 'ready-and-renewing');
    assert.equal(
      timelineOf('1.27', { kubelet }, { upgrades: [{ t: 0, release: '1.25' }] }).outcome.id,
      'ready-and-renewing',
    );
    const approved = timelineOf('1.27', { kubelet }, { upgrades, approveAfter: { client: 60 } });
    const failed = approved.events.find(({ kind }) => kind === 'csr-fail');
    assert.match(failed?.message ?? '', /^usages did not match \[client auth digital signature key encipherment\]$/);
    assert.deepEqual(because(approved, 'signing-failed'), ['kube-controller-manager=1.24 in -']);
    assert.ok(approved.node.every(({ ready }) => ready !== 'True'));
  });

  it('a setting inside another file stands where that file holds it', () => {
    const unit = bareControllerManagerUnit('--use-service-account-credentials=true', '--controllers=*,-csrsigning');
    const files = new Map(clusterFiles({}).map(({ path, text }) => [path, text]));
    files.delete(MANAGER);
    const indented = unit.replace(/^(?=.)/gm, '      ');
    files.set(
      'user-data.yaml',
      `#cloud-config\nwrite_files:\n  - path: /etc/systemd/system/${MANAGER}\n    content: |\n${indented}`,
    );
    const timeline = simulate(lintFiles(files, '1.30').cluster, RUN);
    assert.deepEqual(because(timeline, 'nobody-signs'), ['--controllers=*,-csrsigning in user-data.yaml']);
  });
});
