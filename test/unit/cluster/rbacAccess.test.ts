import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allows, approvals, createCsr, RbacAccess } from '../../../src/core/cluster/rbacAccess';
import type { Release } from '../../../src/core/kubernetes/release';
import { clusterOf, kubernetes } from './reading';

const rule = (resources: readonly string[], more: object = {}) => ({
  apiGroups: ['certificates.k8s.io'],
  resources,
  verbs: ['create'],
  ...more,
});

test('a rule gives what its verbs, groups and resources say', () => {
  assert.ok(allows([rule(['certificatesigningrequests'])], createCsr));
  assert.ok(!allows([rule(['certificatesigningrequests'])], approvals.nodeclient));
  assert.ok(!allows([rule(['certificatesigningrequests'], { verbs: ['get'] })], createCsr));
  assert.ok(!allows([rule(['certificatesigningrequests'], { apiGroups: [''] })], createCsr));
});

test('stars give everything, a star before a slash every resource’s subresource', () => {
  assert.ok(allows([rule(['*'], { verbs: ['*'], apiGroups: ['*'] })], approvals.selfnodeclient));
  assert.ok(allows([rule(['*/nodeclient'])], approvals.nodeclient));
  assert.ok(!allows([rule(['*/nodeclient'])], createCsr));
});

test('a rule for named objects lets nobody create one', () => {
  assert.ok(!allows([rule(['certificatesigningrequests'], { resourceNames: ['csr-1'] })], createCsr));
});

const binding = (kind: string, roleKind: string, role: string): string =>
  [
    'apiVersion: rbac.authorization.k8s.io/v1',
    `kind: ${kind}`,
    'metadata: {name: it}',
    'subjects: [{kind: Group, name: "system:bootstrappers"}]',
    `roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ${roleKind}, name: "${role}"}`,
    '',
  ].join('\n');

const ownRole = [
  'apiVersion: rbac.authorization.k8s.io/v1',
  'kind: ClusterRole',
  'metadata: {name: own}',
  'rules: [{apiGroups: [certificates.k8s.io], resources: [certificatesigningrequests], verbs: [create]}]',
  '',
].join('\n');

function grantOf(text: string, release: Release = '1.22') {
  const { rbac } = clusterOf({ 'rbac.yaml': text }, release);
  const [first] = rbac.bindings;
  assert.ok(first);
  return new RbacAccess(rbac, kubernetes, release).grant(first.value, createCsr);
}

test('roles built in, and roles in view, give their permissions', () => {
  assert.equal(grantOf(binding('ClusterRoleBinding', 'ClusterRole', 'system:node-bootstrapper')), 'yes');
  assert.equal(grantOf(`${binding('ClusterRoleBinding', 'ClusterRole', 'own')}---\n${ownRole}`), 'yes');
  assert.equal(grantOf(binding('ClusterRoleBinding', 'ClusterRole', 'cluster-admin')), 'yes');
});

test('a role that the release does not have gives nothing, one not in view may give anything', () => {
  assert.equal(grantOf(binding('ClusterRoleBinding', 'ClusterRole', 'system:node-bootstrapper'), '1.5'), 'no');
  assert.equal(grantOf(binding('ClusterRoleBinding', 'ClusterRole', 'view')), 'no');
  assert.equal(grantOf(binding('ClusterRoleBinding', 'ClusterRole', 'somewhere-else')), 'unknown');
});

test('a RoleBinding never gives a right over the whole cluster', () => {
  assert.equal(grantOf(binding('RoleBinding', 'ClusterRole', 'system:node-bootstrapper')), 'no');
  assert.equal(grantOf(`${binding('ClusterRoleBinding', 'Role', 'own')}---\n${ownRole}`), 'no');
});
