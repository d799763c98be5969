import assert from 'node:assert/strict';
import { test } from 'node:test';

import { kubernetes } from './knowledge';

const { kubeadmFields } = kubernetes;

test('extraArgs is a map up to v1beta3 and a list from v1beta4', () => {
  const path = ['controllerManager', 'extraArgs'];
  const type = (apiVersion: string) => kubeadmFields.field(apiVersion, 'ClusterConfiguration', path, '1.31')?.type;
  assert.equal(type('kubeadm.k8s.io/v1beta3'), 'map of string');
  assert.equal(type('kubeadm.k8s.io/v1beta4'), 'list of object');
  const name = kubeadmFields.field('kubeadm.k8s.io/v1beta4', 'ClusterConfiguration', [...path, 0, 'name'], '1.31');
  assert.equal(name?.type, 'string');
});

test('fields that only the documentation tells are known too', () => {
  const field = (path: string[], release: '1.5' | '1.6' | '1.10') =>
    kubeadmFields.field('kubeadm.k8s.io/v1alpha1', 'MasterConfiguration', path, release)?.state;
  assert.equal(field(['secrets', 'givenToken'], '1.5'), 'known');
  assert.equal(field(['secrets', 'givenToken'], '1.10'), 'removed');
  assert.equal(field(['token'], '1.5'), 'not-yet');
  assert.equal(field(['token'], '1.6'), 'known');
});

test('objects of other schemas inside are not judged', () => {
  const path = ['kubeletConfiguration', 'baseConfig', 'anything'];
  const life = kubeadmFields.field('kubeadm.k8s.io/v1alpha1', 'MasterConfiguration', path, '1.10');
  assert.equal(life?.state, 'free');
});

test('a misplaced field is found', () => {
  const nearest = kubeadmFields.nearest('kubeadm.k8s.io/v1beta3', 'ClusterConfiguration', ['podSubnet'], '1.25');
  assert.deepEqual(nearest, { path: 'networking.podSubnet', why: 'misplaced' });
});

test('kinds follow the apiVersion', () => {
  assert.deepEqual(kubeadmFields.kinds('kubeadm.k8s.io/v1alpha2'), ['MasterConfiguration', 'NodeConfiguration']);
  assert.deepEqual(kubeadmFields.kinds('kubeadm.k8s.io/v2'), []);
});
