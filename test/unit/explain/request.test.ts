import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { encoded, requestFile } from '../documents/pkcs10/requestFiles';
import { explain, told } from './explaining';

const examples = 'src/core/lint/rules/csr-not-recognised/examples';
const example = (name: string): string => readFileSync(`${examples}/${name}`, 'utf8');

function object(request: string, ...lines: readonly string[]): string {
  const head = ['apiVersion: certificates.k8s.io/v1', 'kind: CertificateSigningRequest', 'metadata: {name: node-1}'];
  return [...head, 'spec:', `  request: ${request}`, ...lines.map((line) => `  ${line}`), ''].join('\n');
}

const CLIENT = 'signerName: kubernetes.io/kube-apiserver-client-kubelet';

test('a request that is approved: as what, by which binding, and its fields', () => {
  const files = { 'csr.yaml': example('renewal.good/csr.yaml'), 'rbac.yaml': example('renewal.good/rbac.yaml') };
  const found = explain(files, 'csr.yaml', 'request:', '1.30');
  assert.deepEqual(told(found), [
    '`node-1`: request for a certificate',
    'Kubernetes 1.30: csrapproving approves it as `selfnodeclient`.',
    'Allowed by rbac.yaml.',
    'Common name: `system:node:node-1`',
    'Organizations: `system:nodes`',
    'Key: ECDSA P-256',
    'Signer: `kubernetes.io/kube-apiserver-client-kubelet`',
    'Usages: `digital signature, client auth`',
    'Asked for by: `system:node:node-1`',
    'In groups: `system:nodes, system:authenticated`',
  ]);
  assert.deepEqual([found?.rule, found?.step], ['csr-not-recognised', 'approve']);
});

test('a request with every kind of name: each reason why nobody approves it', () => {
  const files = { 'csr.yaml': object(encoded(requestFile('every-name')), CLIENT, 'usages: [client auth]') };
  assert.deepEqual(told(explain(files, 'csr.yaml', 'request:', '1.20')).slice(1, 10), [
    'Kubernetes 1.20: nothing built in recognises it, so it waits for a person.',
    'A client certificate of a node has no alternative names (SANs).',
    'The usages have to be exactly `digital signature`, `key encipherment` and `client auth`.',
    'Common name: `system:node:node-1`',
    'Organizations: `system:nodes`',
    'DNS names: `node-1, node-1.example.com`',
    'IP addresses: `10.0.0.7, 2001:db8:0:0:0:0:0:1`',
    'Email addresses: `a@example.com`',
    'URIs: `spiffe://example.com/node`',
  ]);
});

test('the text itself is explained as the key is, also inside a script', () => {
  const request = encoded(requestFile('node-client'));
  const files = { 'csr.sh': `#!/bin/sh\nkubectl apply -f - <<EOF\n${object(request, CLIENT)}EOF\n` };
  const found = explain(files, 'csr.sh', request, '1.30');
  assert.equal(found?.range.end, files['csr.sh'].indexOf(request) + request.length);
  assert.ok(told(found).includes('Common name: `system:node:node-1`'));
});

test('the signer beside it is explained as ever', () => {
  const files = { 'csr.yaml': object(encoded(requestFile('node-client')), CLIENT) };
  const [title] = told(explain(files, 'csr.yaml', 'kubernetes.io/kube-apiserver-client-kubelet', '1.30'));
  assert.equal(title, '`kubernetes.io/kube-apiserver-client-kubelet`: built-in signer');
});

test('serving requests are for people and approvers from outside', () => {
  const [, state] = told(explain({ 'csr.yaml': example('serving.bad.yaml') }, 'csr.yaml', 'request:', '1.30'));
  assert.equal(
    state,
    'Kubernetes 1.30: nothing built in approves serving certificates; a person or an approver from outside does.',
  );
});

test('what cannot be read says why, and shows nothing of it', () => {
  const key = encoded('-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n');
  const found = explain({ 'csr.yaml': object(key, CLIENT) }, 'csr.yaml', 'request:', '1.30');
  assert.ok(told(found).includes('kube-apiserver refuses it: it is a private key, not a request.'));
  assert.ok(!told(found).some((line) => line.includes(key)));
  assert.equal(found?.rule, 'csr-request-undecodable');
  assert.equal(explain({ 'csr.yaml': object('${CSR}', CLIENT) }, 'csr.yaml', 'request:', '1.30'), undefined);
});
