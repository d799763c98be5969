import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import type { FlagComponent } from '../../../src/core/kubernetes/data';
import { accumulates, takesSeparateValue } from '../../../src/core/kubernetes/flagLife';
import type { Release } from '../../../src/core/kubernetes/release';
import { kubernetes } from './knowledge';

const CONTROLLER_MANAGER = 'kube-controller-manager';

/** [component, flag, release, state] */
const known: readonly (readonly [FlagComponent, string, Release, string])[] = [
  ['kubelet', 'experimental-bootstrap-kubeconfig', '1.6', 'accepted'],
  ['kubelet', 'experimental-bootstrap-kubeconfig', '1.22', 'deprecated'],
  ['kubelet', 'experimental-bootstrap-kubeconfig', '1.23', 'removed'],
  ['kubelet', 'bootstrap-kubeconfig', '1.6', 'not-yet'],
  ['kubelet', 'bootstrap-kubeconfig', '1.7', 'accepted'],
  ['kubelet', 'rotate-certificates', '1.7', 'not-yet'],
  ['kubelet', 'rotate-certificates', '1.8', 'accepted'],
  ['kubelet', 'rotate-certificates', '1.10', 'accepted'],
  ['kubelet', 'rotate-certificates', '1.11', 'deprecated'],
  ['kubelet', 'rotate-certificates', '1.17', 'deprecated'],
  ['kubelet', 'rotate-certificates', '1.36', 'deprecated'],
  ['kubelet', 'rotate-server-certificates', '1.11', 'not-yet'],
  ['kubelet', 'rotate-server-certificates', '1.12', 'deprecated'],
  ['kubelet', 'require-kubeconfig', '1.9', 'deprecated'],
  ['kubelet', 'require-kubeconfig', '1.10', 'removed'],
  ['kubelet', 'fail-swap-on', '1.7', 'not-yet'],
  ['kubelet', 'fail-swap-on', '1.8', 'accepted'],
  ['kubelet', 'pod-infra-container-image', '1.34', 'deprecated'],
  ['kubelet', 'pod-infra-container-image', '1.35', 'removed'],
  [CONTROLLER_MANAGER, 'cluster-signing-duration', '1.18', 'not-yet'],
  [CONTROLLER_MANAGER, 'cluster-signing-duration', '1.19', 'accepted'],
  [CONTROLLER_MANAGER, 'experimental-cluster-signing-duration', '1.24', 'deprecated'],
  [CONTROLLER_MANAGER, 'experimental-cluster-signing-duration', '1.25', 'removed'],
  [CONTROLLER_MANAGER, 'insecure-experimental-approve-all-kubelet-csrs-for-group', '1.13', 'removed'],
  [CONTROLLER_MANAGER, 'pod-eviction-timeout', '1.27', 'removed'],
  ['kube-apiserver', 'experimental-bootstrap-token-auth', '1.9', 'removed'],
  ['kube-apiserver', 'enable-bootstrap-token-auth', '1.8', 'accepted'],
  ['kube-apiserver', 'admission-control', '1.9', 'accepted'],
  ['kube-apiserver', 'admission-control', '1.36', 'deprecated'],
  ['kube-apiserver', 'insecure-port', '1.24', 'removed'],
  ['kube-apiserver', 'rotate-certificates', '1.20', 'unknown'],
  ['kubelet', 'constructor', '1.20', 'unknown'],
];

describe('life of a flag', () => {
  for (const [component, flag, release, state] of known) {
    test(`${component} --${flag} in ${release}: ${state}`, () => {
      assert.equal(kubernetes.flag(component, flag, release).state, state);
    });
  }
});

test('a flag may come back with another meaning', () => {
  assert.equal(kubernetes.flag('kubelet', 'config', '1.4').removedIn, '1.6');
  assert.equal(kubernetes.flag('kubelet', 'config', '1.4').default, undefined);
  assert.equal(kubernetes.flag('kubelet', 'config', '1.8').state, 'not-yet');
  assert.equal(kubernetes.flag('kubelet', 'config', '1.8').since, '1.10');
  assert.equal(kubernetes.flag('kubelet', 'config', '1.36').removedIn, undefined);
});

test('the flag to write instead depends on the release', () => {
  const replacement = (component: FlagComponent, flag: string, release: Release) =>
    kubernetes.flag(component, flag, release).replacement;
  const bootstrap = { flag: 'bootstrap-kubeconfig', keepsValue: true };
  assert.deepEqual(replacement('kubelet', 'experimental-bootstrap-kubeconfig', '1.23'), bootstrap);
  assert.equal(replacement('kubelet', 'experimental-bootstrap-kubeconfig', '1.6'), undefined);
  assert.deepEqual(replacement('kubelet', 'bootstrap-kubeconfig', '1.5'), {
    flag: 'experimental-bootstrap-kubeconfig',
    keepsValue: true,
  });
  assert.equal(replacement(CONTROLLER_MANAGER, 'port', '1.24')?.keepsValue, false);
  assert.equal(replacement('kube-apiserver', 'admission-control', '1.9'), undefined);
  assert.equal(replacement('kube-apiserver', 'admission-control', '1.10')?.flag, 'enable-admission-plugins');
});

test('underscores count as dashes', () => {
  assert.equal(kubernetes.flag('kubelet', 'rotate_certificates', '1.20').name, 'rotate-certificates');
  assert.equal(kubernetes.flag('kubelet', 'rotate_certificates', '1.20').state, 'deprecated');
});

test('type, default and field belong to the release', () => {
  const rotate = kubernetes.flag('kubelet', 'rotate-certificates', '1.20');
  assert.equal(rotate.type, 'bool');
  assert.equal(rotate.default, 'false');
  assert.equal(rotate.field, 'rotateCertificates');
  assert.equal(kubernetes.flag('kubelet', 'rotate-certificates', '1.10').field, undefined);
  assert.equal(kubernetes.flag('kubelet', 'cert-dir', '1.8').default, '/var/run/kubernetes');
  assert.equal(kubernetes.flag('kubelet', 'cert-dir', '1.9').default, '/var/lib/kubelet/pki');
  assert.equal(kubernetes.flag(CONTROLLER_MANAGER, 'cluster-signing-duration', '1.36').default, '8760h0m0s');
});

test('what was inferred, or read shortly before a release, is only likely', () => {
  assert.equal(kubernetes.flag('kubelet', 'rotate-certificates', '1.20').confidence, 'verified');
  assert.equal(kubernetes.flag('kubelet', 'rotate-certificates', '1.11').confidence, 'likely');
  assert.equal(kubernetes.flag('kubelet', 'rotate-certificates', '1.22').confidence, 'likely');
  assert.equal(kubernetes.flag('kubelet', 'boot-id-file', '1.8').confidence, 'likely');
  assert.equal(kubernetes.flag('kubelet', 'rotate-certificates', '1.99').confidence, 'likely');
  assert.equal(kubernetes.flag('kubelet', 'rotate-certificates', '1.99').state, 'deprecated');
});

test('booleans and --version take no separate value; an unknown type decides nothing', () => {
  assert.equal(takesSeparateValue('bool'), false);
  assert.equal(takesSeparateValue('version'), false);
  assert.equal(takesSeparateValue('string'), true);
  assert.equal(takesSeparateValue(undefined), undefined);
  assert.equal(accumulates('gates'), true);
  assert.equal(accumulates('string'), false);
});

test('a name no release knows leads to the flag that was meant', () => {
  const near = (name: string) => kubernetes.nearestFlag('kubelet', name, '1.20');
  assert.equal(near('rotate-certifcates'), 'rotate-certificates');
  assert.equal(near('rotateCertificates'), 'rotate-certificates');
  assert.equal(near('serverTLSBootstrap'), 'rotate-server-certificates');
  assert.equal(near('Rotate-Certificates'), 'rotate-certificates');
  assert.equal(near('experimental-rotate-certificates'), 'rotate-certificates');
  assert.equal(near('bootstrap-kubecofnig'), 'bootstrap-kubeconfig');
  assert.equal(near('no-such-thing-at-all'), undefined);
  assert.equal(kubernetes.nearestFlag('kubelet', 'rotate-certificate', '1.6'), undefined);
});
