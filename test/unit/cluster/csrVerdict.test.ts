import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { csrsInView } from '../../../src/core/cluster/csrsInView';
import { csrVerdict, type CsrVerdict } from '../../../src/core/cluster/csrVerdict';
import type { Release } from '../../../src/core/kubernetes/release';
import { encoded, requestFile } from '../documents/pkcs10/requestFiles';
import { clusterOf, kubernetes, unit } from './reading';

const CLIENT = 'kubernetes.io/kube-apiserver-client-kubelet';
const SERVING = 'kubernetes.io/kubelet-serving';
const clientUsages = ['digital signature', 'key encipherment', 'client auth'];
const servingUsages = ['digital signature', 'key encipherment', 'server auth'];
const BOOTSTRAP = { username: 'system:bootstrap:07401b', groups: ['system:bootstrappers', 'system:authenticated'] };
const NODE = { username: 'system:node:node-1', groups: ['system:nodes', 'system:authenticated'] };

interface Spec {
  readonly request?: string;
  readonly signerName?: string;
  readonly usages?: readonly string[];
  readonly username?: string;
  readonly groups?: readonly string[];
}

function csr(spec: Spec, status: object = {}): string {
  const request = encoded(requestFile('node-client'));
  const whole = { request, signerName: CLIENT, usages: clientUsages, ...spec };
  const kind = 'CertificateSigningRequest';
  return JSON.stringify({ apiVersion: 'certificates.k8s.io/v1', kind, metadata: { name: 'c' }, spec: whole, status });
}

function verdict(text: string, files: Readonly<Record<string, string>> = {}, release: Release = '1.20'): CsrVerdict {
  const cluster = clusterOf({ 'csr.json': text, ...files }, release);
  const [found] = csrsInView(cluster);
  return csrVerdict(found?.value ?? assert.fail(), cluster, kubernetes);
}

const typeOf = (...given: Parameters<typeof verdict>): CsrVerdict['type'] => verdict(...given).type;

function binding(role: string, kind: string, name: string): string {
  return [
    'apiVersion: rbac.authorization.k8s.io/v1',
    'kind: ClusterRoleBinding',
    'metadata: {name: b}',
    `roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: "${role}"}`,
    `subjects: [{apiGroup: rbac.authorization.k8s.io, kind: ${kind}, name: "${name}"}]`,
    '',
  ].join('\n');
}

const APPROVAL = 'system:certificates.k8s.io:certificatesigningrequests:';
const nodeclient = { 'rbac.yaml': binding(`${APPROVAL}nodeclient`, 'Group', 'system:bootstrappers') };

describe('permission', () => {
  it('given by a binding in view', () => {
    const found = verdict(csr(BOOTSTRAP), nodeclient);
    assert.ok(found.type === 'approved');
    assert.deepEqual([found.as, found.binding?.path], ['nodeclient', 'rbac.yaml']);
  });
  it('given to the user', () => {
    const files = { 'rbac.yaml': binding(`${APPROVAL}nodeclient`, 'User', BOOTSTRAP.username) };
    assert.equal(typeOf(csr(BOOTSTRAP), files), 'approved');
  });
  it('given to nodes only, for their own renewals', () => {
    const files = { 'rbac.yaml': binding(`${APPROVAL}selfnodeclient`, 'Group', 'system:nodes') };
    assert.deepEqual([typeOf(csr(NODE), files), typeOf(csr(BOOTSTRAP), files)], ['approved', 'not-permitted']);
  });
  it('system:masters may do everything', () => {
    assert.equal(typeOf(csr({ username: 'kubernetes-admin', groups: ['system:masters'] })), 'approved');
  });
  it('unknown: no RBAC about requests in view, a role that is not in view, kubeadm, a template', () => {
    const cases = [
      {},
      { 'rbac.yaml': binding('view', 'Group', 'system:bootstrappers') },
      {
        'rbac.yaml': binding('our-approvals', 'Group', 'system:bootstrappers'),
        'b.yaml': binding('system:node-bootstrapper', 'Group', 'x'),
      },
      { 'rbac.yaml': binding('system:node-bootstrapper', 'Group', 'x'), '10-kubeadm.conf': '[Service]\n' },
      { 'rbac.yaml': binding('system:node-bootstrapper', 'Group', '{{ group }}') },
    ];
    assert.deepEqual(
      cases.map((files) => typeOf(csr(BOOTSTRAP), files)),
      cases.map(() => 'recognised'),
    );
  });
  it('unknown: nobody has told who asks', () => {
    const found = verdict(csr({}), nodeclient);
    assert.deepEqual(found, { type: 'recognised', as: ['selfnodeclient', 'nodeclient'] });
  });
  it('missing where RBAC is all in view', () => {
    const files = { 'rbac.yaml': binding('system:node-bootstrapper', 'Group', 'system:bootstrappers') };
    const found = verdict(csr(BOOTSTRAP), files);
    assert.deepEqual(found, { type: 'not-permitted', as: ['nodeclient'], username: BOOTSTRAP.username });
  });
});

describe('by release', () => {
  const servingRequest = csr({
    ...NODE,
    request: encoded(requestFile('every-name')),
    signerName: SERVING,
    usages: servingUsages,
  });
  const manager = (gate: string) => ({
    'kube-controller-manager.service': unit(`/usr/bin/kube-controller-manager --feature-gates=${gate}`),
  });
  it('up to 1.6 only a flag approves', () => {
    assert.deepEqual(
      [typeOf(csr(BOOTSTRAP), {}, '1.6'), typeOf(csr({ usages: [] }), {}, '1.6')],
      ['group-flag', 'not-recognised'],
    );
  });
  it('serving requests are approved from 1.7 to 1.10, with the gate', () => {
    const own = { 'rbac.yaml': binding('own', 'Group', 'system:nodes') };
    const role = [
      'apiVersion: rbac.authorization.k8s.io/v1',
      'kind: ClusterRole',
      'metadata: {name: own}',
      'rules: [{apiGroups: [certificates.k8s.io], resources: [certificatesigningrequests/selfnodeserver], verbs: [create]}]',
      '',
    ].join('\n');
    const on = { ...own, 'role.yaml': role, ...manager('RotateKubeletServerCertificate=true') };
    const types = (['1.6', '1.10', '1.11', '1.36'] as const).map((release) => typeOf(servingRequest, on, release));
    assert.deepEqual(types, ['serving', 'approved', 'serving', 'serving']);
    assert.equal(
      typeOf(servingRequest, { ...on, ...manager('RotateKubeletServerCertificate=false') }, '1.10'),
      'serving',
    );
    assert.equal(typeOf(servingRequest, {}, '1.10'), 'recognised');
  });
  it('by usages alone before 1.18, when there was no signer', () => {
    const text = csr({ ...NODE, usages: servingUsages });
    assert.deepEqual([typeOf(text, {}, '1.17'), typeOf(text, {}, '1.18')], ['serving', 'not-recognised']);
  });
});

describe('what csrapproving has nothing to do with', () => {
  it('decided requests', () => {
    for (const type of ['Approved', 'Denied', 'Failed'] as const) {
      assert.deepEqual(verdict(csr(BOOTSTRAP, { conditions: [{ type }] })), { type: 'decided', condition: type });
    }
    assert.equal(typeOf(csr(BOOTSTRAP, { certificate: 'LS0t' })), 'decided');
  });
  it('users, and signers of others', () => {
    const user = { request: encoded(requestFile('ed25519-user')), signerName: 'kubernetes.io/kube-apiserver-client' };
    assert.equal(typeOf(csr({ ...user, usages: ['client auth'] })), 'elsewhere');
    assert.equal(typeOf(csr({ signerName: 'example.com/nodes' })), 'elsewhere');
  });
  it('but a node with the signer of users is not recognised', () => {
    const found = verdict(csr({ signerName: 'kubernetes.io/kube-apiserver-client' }));
    assert.deepEqual(found, { type: 'not-recognised', as: 'nodeclient', mismatches: ['signer'] });
  });
  it('templates, and no request at all', () => {
    assert.equal(typeOf(csr({ request: '{{ csr }}' })), 'hidden');
    assert.equal(typeOf('apiVersion: certificates.k8s.io/v1\nkind: CertificateSigningRequest\nspec: {}\n'), 'hidden');
  });
  it('text that is no request', () => {
    assert.deepEqual(verdict(csr({ request: 'bm90aGluZw==' })), { type: 'unreadable', reason: 'no-pem' });
  });
  it('csrapproving is switched off', () => {
    const files = {
      ...nodeclient,
      'kube-controller-manager.service': unit('/usr/bin/kube-controller-manager --controllers=*,-csrapproving'),
    };
    assert.equal(typeOf(csr(BOOTSTRAP), files), 'approver-off');
  });
});
