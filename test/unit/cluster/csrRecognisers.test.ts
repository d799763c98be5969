import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { mismatchesOf, type AskedCertificate } from '../../../src/core/cluster/csrRecognisers';
import type { Release } from '../../../src/core/kubernetes/release';

const client: AskedCertificate = {
  commonName: 'system:node:node-1',
  organizations: ['system:nodes'],
  dnsNames: [],
  ipAddresses: [],
  emailAddresses: [],
  uris: [],
  usages: ['client auth', 'digital signature', 'key encipherment'],
  signerName: 'kubernetes.io/kube-apiserver-client-kubelet',
  username: 'system:node:node-1',
};

const serving: AskedCertificate = {
  ...client,
  dnsNames: ['node-1'],
  ipAddresses: ['10.0.0.7'],
  usages: ['digital signature', 'key encipherment', 'server auth'],
  signerName: 'kubernetes.io/kubelet-serving',
};

describe('a node asks for a client certificate', () => {
  const of = (asked: Partial<AskedCertificate>, release: Release = '1.20') =>
    mismatchesOf({ ...client, ...asked }, 'nodeclient', release);

  it('as kubelets do', () => {
    assert.deepEqual(of({}), []);
  });

  const cases: readonly (readonly [string, Partial<AskedCertificate>, string])[] = [
    ['another signer', { signerName: 'kubernetes.io/kube-apiserver-client' }, 'signer'],
    ['no organization', { organizations: [] }, 'organization'],
    ['another organization', { organizations: ['system:masters'] }, 'organization'],
    ['a second organization', { organizations: ['system:nodes', 'more'] }, 'organization'],
    ['the organization twice', { organizations: ['system:nodes', 'system:nodes'] }, 'organization'],
    ['a user', { commonName: 'node-1' }, 'common-name'],
    ['a DNS name', { dnsNames: ['node-1'] }, 'names'],
    ['an address', { ipAddresses: ['10.0.0.7'] }, 'names'],
    ['an email address', { emailAddresses: ['a@example.com'] }, 'names'],
    ['a URI', { uris: ['spiffe://example.com'] }, 'names'],
    ['no usages', { usages: [] }, 'usages'],
    ['a usage too many', { usages: [...client.usages, 'server auth'] }, 'usages'],
    ['another usage', { usages: ['digital signature', 'key encipherment', 'server auth'] }, 'usages'],
    ['a usage twice in place of another', { usages: ['client auth', 'client auth', 'digital signature'] }, 'usages'],
  ];
  for (const [name, asked, mismatch] of cases)
    it(name, () => {
      assert.deepEqual(of(asked), [mismatch]);
    });

  it('without key encipherment from 1.25 on', () => {
    const usages = ['digital signature', 'client auth'];
    assert.deepEqual([of({ usages }, '1.24'), of({ usages }, '1.25')], [['usages'], []]);
  });

  it('signers count from 1.18 on', () => {
    const signerName = 'example.com/other';
    assert.deepEqual([of({ signerName }, '1.17'), of({ signerName }, '1.18')], [[], ['signer']]);
  });

  it('v1beta1 may leave the signer out', () => {
    assert.deepEqual(of({ signerName: undefined }), []);
  });

  it('who asks counts for selfnodeclient only, and only when it is known', () => {
    const other = { ...client, username: 'system:bootstrap:07401b' };
    assert.deepEqual(mismatchesOf(other, 'nodeclient', '1.20'), []);
    assert.deepEqual(mismatchesOf(other, 'selfnodeclient', '1.20'), ['requester']);
    assert.deepEqual(mismatchesOf({ ...client, username: undefined }, 'selfnodeclient', '1.20'), []);
  });

  it('the first thing to look at comes first', () => {
    const asked = { signerName: 'kubernetes.io/kubelet-serving', organizations: [], usages: [] };
    assert.deepEqual(of(asked), ['signer', 'organization', 'usages']);
  });
});

describe('a node asks for a serving certificate, in the releases that approve them', () => {
  const of = (asked: Partial<AskedCertificate>) => mismatchesOf({ ...serving, ...asked }, 'selfnodeserver', '1.9');

  it('as kubelets do', () => {
    assert.deepEqual(of({}), []);
  });
  it('without a DNS name', () => {
    assert.deepEqual(of({ dnsNames: [] }), ['no-names']);
  });
  it('without an address', () => {
    assert.deepEqual(of({ ipAddresses: [] }), ['no-names']);
  });
  it('of another node', () => {
    assert.deepEqual(of({ username: 'system:node:node-2' }), ['requester']);
  });
});
