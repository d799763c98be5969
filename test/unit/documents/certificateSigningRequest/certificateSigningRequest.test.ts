import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { read, variants } from '../reading';
import { assertHidden, documentsOfType, onlyOf, textAt } from '../typed';

const REQUEST = 'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0KTUlIVE1Ib0NBUUF3R0RF';

const written = `apiVersion: certificates.k8s.io/v1
kind: CertificateSigningRequest
metadata:
  name: node-csr-abc
spec:
  request: ${REQUEST}
  signerName: kubernetes.io/kube-apiserver-client-kubelet
  expirationSeconds: 86400
  usages:
  - digital signature
  - "client auth"
  username: system:bootstrap:07401b
  groups: [system:bootstrappers, system:authenticated]
status:
  certificate: ${REQUEST}
  conditions:
  - type: Approved
    status: "True"
    reason: AutoApproved
`;

describe('CertificateSigningRequests', () => {
  for (const variant of variants(written)) {
    test(`every field and its place, ${variant.name}`, () => {
      const file = read('csr.yaml', variant.text);
      const csr = onlyOf(file, 'certificate-signing-request');
      assert.deepEqual(file.problems, []);
      const expected = [
        [csr.name, 'node-csr-abc'],
        [csr.signerName, 'kubernetes.io/kube-apiserver-client-kubelet'],
        [csr.expirationSeconds, '86400'],
        [csr.usages[0], 'digital signature'],
        [csr.usages[1], 'client auth'],
        [csr.username, 'system:bootstrap:07401b'],
        [csr.groups[0], 'system:bootstrappers'],
        [csr.groups[1], 'system:authenticated'],
        [csr.conditions[0]?.conditionType, 'Approved'],
        [csr.conditions[0]?.status, 'True'],
        [csr.conditions[0]?.reason, 'AutoApproved'],
      ] as const;
      for (const [field, value] of expected) {
        assert.equal(field?.value, value);
        assert.equal(textAt(file, field), value);
      }
      assert.equal(textAt(file, csr.request), REQUEST);
      assert.equal(textAt(file, csr.certificate), REQUEST);
      assert.deepEqual(Buffer.from(csr.request?.value.decode() ?? []), Buffer.from(REQUEST, 'base64'));
      assert.equal(file.source.slice(csr.headRange), 'CertificateSigningRequest');
      assertHidden(csr, [REQUEST]);
    });
  }

  test('all versions, and what an older one does not have', () => {
    for (const version of ['v1alpha1', 'v1beta1', 'v1']) {
      const text = `apiVersion: certificates.k8s.io/${version}\nkind: CertificateSigningRequest\nspec: {request: ${REQUEST}}\n`;
      const csr = onlyOf(read('csr.yaml', text), 'certificate-signing-request');
      assert.equal(csr.apiVersion, `certificates.k8s.io/${version}`);
      assert.deepEqual([csr.usages, csr.groups, csr.conditions], [[], [], []]);
      assert.deepEqual(
        [csr.signerName, csr.username, csr.expirationSeconds, csr.certificate, csr.name],
        Array(5).fill(undefined),
      );
    }
  });

  test('a request over several lines', () => {
    const folded = written.replace(
      `request: ${REQUEST}`,
      `request: |\n    ${REQUEST.slice(0, 40)}\n    ${REQUEST.slice(40)}`,
    );
    const csr = onlyOf(read('csr.yaml', folded), 'certificate-signing-request');
    assert.deepEqual(Buffer.from(csr.request?.value.decode() ?? []), Buffer.from(REQUEST, 'base64'));
    const plain = written.replace(`request: ${REQUEST}`, 'request: "-----BEGIN CERTIFICATE REQUEST-----"');
    assert.equal(onlyOf(read('csr.yaml', plain), 'certificate-signing-request').request?.value.decode(), undefined);
  });

  test('as kubectl prints them: JSON, and a List', () => {
    const item = {
      apiVersion: 'certificates.k8s.io/v1',
      kind: 'CertificateSigningRequest',
      spec: { request: REQUEST },
    };
    const file = read(
      'csr.json',
      JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [item, item] }, undefined, 1),
    );
    const requests = documentsOfType(file, 'certificate-signing-request');
    assert.equal(requests.length, 2);
    assert.equal(textAt(file, requests[1]?.request), REQUEST);
  });

  test('templates leave the value unknown', () => {
    const csr = onlyOf(read('csr.yaml', written.replace(REQUEST, '${CSR}')), 'certificate-signing-request');
    assert.equal(csr.request?.templated, true);
    assert.equal(csr.signerName?.templated, false);
  });

  test('other kinds of the group, and other groups, are nothing', () => {
    for (const head of [
      'apiVersion: certificates.k8s.io/v1alpha1\nkind: ClusterTrustBundle\n',
      'apiVersion: cert-manager.io/v1\nkind: CertificateRequest\n',
      'apiVersion: example.com/v1\nkind: CertificateSigningRequest\n',
    ]) {
      const { kind, documents } = read('a.yaml', `${head}spec: {request: ${REQUEST}}\n`);
      assert.deepEqual({ kind, documents }, { kind: undefined, documents: [] });
    }
  });

  test('odd shapes are read without fault', () => {
    const head = 'apiVersion: certificates.k8s.io/v1\nkind: CertificateSigningRequest\n';
    for (const body of [
      '',
      'spec: x\n',
      'spec: {usages: a, groups: [[a], {b: c}, null], request: [1]}\n',
      'status: {conditions: [1, null]}\n',
    ]) {
      const csr = onlyOf(read('a.yaml', head + body), 'certificate-signing-request');
      assert.deepEqual([csr.request, csr.usages, csr.groups], [undefined, [], []]);
    }
  });
});
