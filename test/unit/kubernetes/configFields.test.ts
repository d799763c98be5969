import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { FieldPath } from '../../../src/core/kubernetes/fieldPlace';
import type { Release } from '../../../src/core/kubernetes/release';
import { kubernetes } from './knowledge';

const V1BETA1 = 'kubelet.config.k8s.io/v1beta1';
const field = (path: FieldPath, release: Release) => kubernetes.configFields.field(V1BETA1, path, release);
const near = (path: FieldPath) => kubernetes.configFields.nearest(V1BETA1, path, '1.20');

test('a field has a life of its own', () => {
  assert.equal(field(['rotateCertificates'], '1.10')?.state, 'not-yet');
  assert.equal(field(['rotateCertificates'], '1.11')?.state, 'known');
  assert.equal(field(['serverTLSBootstrap'], '1.36')?.flag, 'rotate-server-certificates');
  assert.equal(field(['streamingConnectionIdleTimeout'], '1.33')?.state, 'known');
  assert.equal(field(['streamingConnectionIdleTimeout'], '1.34')?.state, 'deprecated');
  assert.equal(field(['rotatecertificates'], '1.20')?.state, 'unknown');
  assert.equal(kubernetes.configFields.field('kubelet.config.k8s.io/v1', ['rotateCertificates'], '1.30'), undefined);
});

test('nested fields, list items and map keys are found', () => {
  assert.equal(field(['authentication', 'x509', 'clientCAFile'], '1.20')?.type, 'string');
  assert.equal(field(['registerWithTaints', 0], '1.23')?.type, 'object');
  assert.equal(field(['registerWithTaints', 0, 'key'], '1.23')?.state, 'known');
  assert.deepEqual(
    [field(['featureGates', 'Any'], '1.20')?.state, field(['featureGates', 'Any'], '1.20')?.type],
    ['free', 'bool'],
  );
  assert.equal(field(['evictionHard', 'memory.available'], '1.20')?.type, 'string');
  assert.equal(field(['clusterDNS', 0], '1.20')?.type, 'string');
  assert.equal(field(['authentication', 'nothing'], '1.20')?.state, 'unknown');
  assert.deepEqual(kubernetes.configFields.children(V1BETA1, ['authentication'], '1.20'), [
    'x509',
    'webhook',
    'anonymous',
  ]);
});

test('type, default and allowed values belong to the release', () => {
  assert.equal(kubernetes.configFields.field('kubeletconfig/v1alpha1', ['featureGates'], '1.8')?.type, 'string');
  assert.equal(kubernetes.configFields.field('kubeletconfig/v1alpha1', ['featureGates'], '1.9')?.type, 'map of bool');
  assert.equal(field(['eventBurst'], '1.26')?.default, 10);
  assert.equal(field(['eventBurst'], '1.27')?.default, 100);
  assert.equal(field(['tlsMinVersion'], '1.14')?.enum?.includes('VersionTLS13'), false);
  assert.equal(field(['tlsMinVersion'], '1.15')?.enum?.includes('VersionTLS13'), true);
});

test('a wrong name leads to the field that was meant', () => {
  assert.deepEqual(near(['rotatecertificates']), { path: 'rotateCertificates', why: 'case' });
  assert.deepEqual(near(['rotate-certificates']), { path: 'rotateCertificates', why: 'flag' });
  assert.deepEqual(near(['clientCAFile']), { path: 'authentication.x509.clientCAFile', why: 'misplaced' });
  assert.deepEqual(near(['rotateCertificate']), { path: 'rotateCertificates', why: 'spelling' });
  assert.deepEqual(near(['rotateServerCertificates']), { path: 'serverTLSBootstrap', why: 'flag' });
  assert.deepEqual(near(['anonymousAuth']), { path: 'authentication.anonymous.enabled', why: 'flag' });
  assert.deepEqual(near(['clientCaFile']), { path: 'authentication.x509.clientCAFile', why: 'misplaced' });
  assert.equal(near(['nothingLikeIt']), undefined);
});

test('every field named by a flag exists at the releases that bind it', () => {
  for (const release of kubernetes.releases.all) {
    for (const name of [
      'rotate-certificates',
      'client-ca-file',
      'authorization-mode',
      'feature-gates',
      'tls-cert-file',
    ]) {
      const path = kubernetes.flag('kubelet', name, release).field;
      const apiVersion = release === '1.8' || release === '1.9' ? 'kubeletconfig/v1alpha1' : V1BETA1;
      if (path === undefined) continue;
      const life = kubernetes.configFields.field(apiVersion, path.split('.'), release);
      assert.equal(life?.state, 'known', `${name} in ${release}`);
    }
  }
});
