import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bootstrapIdentityOf, isSubject } from '../../../src/core/cluster/bootstrapIdentity';
import { bootstrapKubeconfigOf } from '../../../src/core/cluster/kubeconfigInView';
import { BOOT, clusterOf, kubeletOf, unit } from './reading';

const kubeconfig = (token: string): string =>
  [
    'apiVersion: v1',
    'kind: Config',
    'clusters: [{name: it, cluster: {server: "https://10.20.0.11:6443"}}]',
    `users: [{name: boot, user: {token: ${token}}}]`,
    'contexts: [{name: it, context: {cluster: it, user: boot}}]',
    'current-context: it',
    '',
  ].join('\n');

const secret = (id: string, groups: string): string =>
  [
    'apiVersion: v1',
    'kind: Secret',
    `metadata: {name: bootstrap-token-${id}, namespace: kube-system}`,
    'type: bootstrap.kubernetes.io/token',
    `stringData: {token-id: "${id}", token-secret: f395accd246ae52d, auth-extra-groups: "${groups}"}`,
    '',
  ].join('\n');

function identityIn(files: Readonly<Record<string, string>>) {
  const all = { 'kubelet.service': unit(`/usr/bin/kubelet ${BOOT}`), ...files };
  const identity = bootstrapIdentityOf(clusterOf(all), kubeletOf(all));
  return identity && { user: identity.user, groups: identity.groups, isWhole: identity.isWhole };
}

const BOOTSTRAP = '07401b.f395accd246ae52d';
const STATIC = '02b50b05283e98dd0fd71db496ef01e8';

test('a bootstrap token is its id, in the group of all of them and those of its Secret', () => {
  const files = {
    'bootstrap.kubeconfig': kubeconfig(BOOTSTRAP),
    'token.yaml': secret('07401b', 'system:bootstrappers:a'),
  };
  const groups = ['system:bootstrappers', 'system:bootstrappers:a'];
  assert.deepEqual(identityIn(files), { user: 'system:bootstrap:07401b', groups, isWhole: true });
});

test('without its Secret it may be in more groups', () => {
  const files = { 'bootstrap.kubeconfig': kubeconfig(BOOTSTRAP), 'token.yaml': secret('07401c', '') };
  assert.deepEqual(identityIn(files), {
    user: 'system:bootstrap:07401b',
    groups: ['system:bootstrappers'],
    isWhole: false,
  });
});

test('a row of a token file says who a token is, of two rows the last', () => {
  const rows = `${STATIC},earlier,1\n${STATIC},kubelet-bootstrap,10001,"one,two"\n`;
  assert.deepEqual(identityIn({ 'bootstrap.kubeconfig': kubeconfig(STATIC), 'token.csv': rows }), {
    user: 'kubelet-bootstrap',
    groups: ['one', 'two'],
    isWhole: true,
  });
});

test('a token that no file knows, one from a template, and none are nobody known', () => {
  const rows = { 'token.csv': `${STATIC},kubelet-bootstrap,10001\n` };
  assert.equal(identityIn({ 'bootstrap.kubeconfig': kubeconfig(`"${'0'.repeat(32)}"`), ...rows }), undefined);
  assert.equal(identityIn({ 'bootstrap.kubeconfig': kubeconfig('"{{ token }}"'), ...rows }), undefined);
  assert.equal(identityIn(rows), undefined);
});

test('kubeadm gives its token its own group', () => {
  const kubeadm = [
    'apiVersion: kubeadm.k8s.io/v1beta3',
    'kind: InitConfiguration',
    'bootstrapTokens:',
    `- token: ${BOOTSTRAP}`,
    '',
  ].join('\n');
  const groups = ['system:bootstrappers', 'system:bootstrappers:kubeadm:default-node-token'];
  const files = { 'bootstrap.kubeconfig': kubeconfig(BOOTSTRAP), 'kubeadm.yaml': kubeadm };
  assert.deepEqual(identityIn(files), { user: 'system:bootstrap:07401b', groups, isWhole: true });
});

test('of two kubeconfigs of one name neither is taken', () => {
  const files = {
    'kubelet.service': unit(`/usr/bin/kubelet ${BOOT}`),
    'a/bootstrap.kubeconfig': kubeconfig(BOOTSTRAP),
    'b/bootstrap.kubeconfig': kubeconfig(STATIC),
  };
  assert.equal(bootstrapKubeconfigOf(clusterOf(files), kubeletOf(files)), undefined);
});

test('a subject is it by user, by group, or by being somebody at all', () => {
  const origin = { path: 'token.csv', range: { start: 0, end: 0 } };
  const identity = { user: 'system:bootstrap:07401b', groups: ['system:bootstrappers'], isWhole: false, origin };
  const located = (value: string) => ({ value, range: origin.range });
  const answer = (kind: string, name: string, isWhole = false) =>
    isSubject({ ...identity, isWhole }, { kind: located(kind), name: located(name) });
  assert.equal(answer('User', 'system:bootstrap:07401b'), 'yes');
  assert.equal(answer('Group', 'system:bootstrap:07401b'), 'no');
  assert.equal(answer('Group', 'system:bootstrappers'), 'yes');
  assert.equal(answer('User', 'system:bootstrappers'), 'no');
  assert.equal(answer('Group', 'system:authenticated'), 'yes');
  assert.equal(answer('Group', 'system:bootstrappers:a'), 'unknown');
  assert.equal(answer('Group', 'system:bootstrappers:a', true), 'no');
  assert.equal(answer('ServiceAccount', 'system:bootstrappers'), 'no');
});
