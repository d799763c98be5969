import assert from 'node:assert/strict';
import { test } from 'node:test';

import { minorOf } from '../../../src/core/kubernetes/release';
import { KUBELET_CLIENT_SIGNER, KUBELET_SERVING_SIGNER } from '../../../src/core/kubernetes/signers';
import { kubernetes } from './knowledge';

const { rbac, releases } = kubernetes;
const REQUESTS = 'system:certificates.k8s.io:certificatesigningrequests';

test('selfnodeserver exists in 1.8 to 1.10 only, and behind a gate', () => {
  for (const release of releases.all) {
    const role = rbac.role(`${REQUESTS}:selfnodeserver`, release);
    assert.equal(role !== undefined, minorOf(release) >= 8 && minorOf(release) <= 10, release);
    if (role) assert.equal(role.onlyWithGate, 'RotateKubeletServerCertificate');
  }
  assert.equal(rbac.roleLife(`${REQUESTS}:selfnodeserver`, '1.11').removedIn, '1.11');
});

test('the roles of bootstrapping come with their releases', () => {
  assert.equal(rbac.role('system:node-bootstrapper', '1.5'), undefined);
  assert.equal(rbac.roleLife('system:node-bootstrapper', '1.5').since, '1.6');
  assert.equal(rbac.roleLife(`${REQUESTS}:nodeclient`, '1.7').state, 'not-yet');
  assert.deepEqual(rbac.role(`${REQUESTS}:selfnodeclient`, '1.8')?.rules, [
    { apiGroups: ['certificates.k8s.io'], resources: ['certificatesigningrequests/selfnodeclient'], verbs: ['create'] },
  ]);
  assert.equal(rbac.roleLife('my-own-role', '1.20').state, 'unknown');
});

test('no release binds a bootstrap role by itself, kubeadm does', () => {
  for (const release of releases.all) {
    assert.ok(
      !rbac.bindings(release).some(({ roleRef }) => roleRef.startsWith(REQUESTS) || roleRef.endsWith('bootstrapper')),
    );
  }
  const renewal = rbac.kubeadmBindings('1.20').find(({ roleRef }) => roleRef === `${REQUESTS}:selfnodeclient`);
  assert.deepEqual(renewal?.subjects, [{ kind: 'Group', name: 'system:nodes' }]);
});

test('system:nodes lost its binding in 1.8', () => {
  const subjects = (release: '1.7' | '1.8') =>
    rbac.bindings(release).find(({ name }) => name === 'system:node')?.subjects;
  assert.deepEqual(subjects('1.7'), [{ kind: 'Group', name: 'system:nodes' }]);
  assert.deepEqual(subjects('1.8'), []);
});

test('signers exist from 1.18; serving requests are approved by nothing built in', () => {
  assert.deepEqual(kubernetes.signers('1.17'), []);
  assert.equal(kubernetes.signer(KUBELET_CLIENT_SIGNER, '1.18')?.autoApproved, true);
  assert.equal(kubernetes.signer(KUBELET_SERVING_SIGNER, '1.36')?.autoApproved, false);
  assert.equal(kubernetes.signer('example.com/mine', '1.36'), undefined);
});
