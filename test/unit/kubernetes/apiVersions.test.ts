import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import type { Release } from '../../../src/core/kubernetes/release';
import { kubernetes } from './knowledge';

const RBAC = 'rbac.authorization.k8s.io';

/** [apiVersion, kind, release, state] */
const known: readonly (readonly [string, string, Release, string])[] = [
  [`${RBAC}/v1alpha1`, 'ClusterRoleBinding', '1.7', 'served'],
  [`${RBAC}/v1alpha1`, 'ClusterRoleBinding', '1.8', 'off'],
  [`${RBAC}/v1alpha1`, 'ClusterRoleBinding', '1.23', 'removed'],
  [`${RBAC}/v1beta1`, 'ClusterRoleBinding', '1.5', 'not-yet'],
  [`${RBAC}/v1beta1`, 'ClusterRoleBinding', '1.17', 'deprecated'],
  [`${RBAC}/v1beta1`, 'ClusterRoleBinding', '1.22', 'removed'],
  [`${RBAC}/v1`, 'ClusterRoleBinding', '1.8', 'served'],
  ['certificates.k8s.io/v1beta1', 'CertificateSigningRequest', '1.22', 'removed'],
  ['kubelet.config.k8s.io/v1beta1', 'KubeletConfiguration', '1.9', 'not-yet'],
  ['kubelet.config.k8s.io/v1', 'KubeletConfiguration', '1.36', 'unknown'],
  ['kubeadm.k8s.io/v1beta3', 'ClusterConfiguration', '1.36', 'deprecated'],
  ['v1', 'Secret', '1.4', 'served'],
];

describe('life of an apiVersion', () => {
  for (const [apiVersion, kind, release, state] of known) {
    test(`${apiVersion} ${kind} in ${release}: ${state}`, () => {
      assert.equal(kubernetes.apiVersion(apiVersion, kind, release).state, state);
    });
  }
});

test('where to go, and whether apiVersion alone may change', () => {
  const [rbac] = kubernetes.apiVersion(`${RBAC}/v1beta1`, 'ClusterRole', '1.22').successors;
  assert.deepEqual([rbac?.apiVersion, rbac?.bump], [`${RBAC}/v1`, 'safe']);
  const [csr] = kubernetes.apiVersion('certificates.k8s.io/v1beta1', 'CertificateSigningRequest', '1.22').successors;
  assert.deepEqual([csr?.apiVersion, csr?.bump], ['certificates.k8s.io/v1', 'unsafe']);
  const kubeadm = kubernetes.apiVersion('kubeadm.k8s.io/v1beta1', 'ClusterConfiguration', '1.25').successors;
  assert.deepEqual(
    kubeadm.map(({ apiVersion, bump }) => [apiVersion, bump]),
    [
      ['kubeadm.k8s.io/v1beta3', 'conditional'],
      ['kubeadm.k8s.io/v1beta2', 'safe'],
    ],
  );
  assert.deepEqual(kubernetes.apiVersion(`${RBAC}/v1`, 'ClusterRole', '1.30').successors, []);
});

test('a kind tells the apiVersions a release takes', () => {
  assert.deepEqual(kubernetes.apiVersionsOf('ClusterRole', '1.10'), [`${RBAC}/v1beta1`, `${RBAC}/v1`]);
  assert.deepEqual(kubernetes.apiVersionsOf('KubeletConfiguration', '1.30'), ['kubelet.config.k8s.io/v1beta1']);
  assert.deepEqual(kubernetes.apiVersionsOf('NoSuchKind', '1.30'), []);
});
