import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupsHolding, readClusterGroups } from '../../../src/core/grouping/clusterGroups';

test('files belong to the group whose patterns name them, and to none otherwise', () => {
  const { groups, problems } = readClusterGroups([
    { name: 'edge', files: ['edge/**', 'shared/rbac.yaml'] },
    { name: 'core', files: 'core' },
  ]);
  assert.deepEqual(problems, []);
  assert.deepEqual(groupsHolding('edge/etc/kubelet', groups), ['edge']);
  assert.deepEqual(groupsHolding('shared/rbac.yaml', groups), ['edge']);
  assert.deepEqual(groupsHolding('core/units/kubelet.service', groups), ['core']);
  assert.deepEqual(groupsHolding('shared/other.yaml', groups), []);
});

test('a file in two groups is known to be in both, the first one first', () => {
  const { groups } = readClusterGroups([
    { name: 'one', files: ['*.yaml'] },
    { name: 'two', files: ['rbac.yaml'] },
  ]);
  assert.deepEqual(groupsHolding('rbac.yaml', groups), ['one', 'two']);
});

test('what cannot be read is named, and costs only itself', () => {
  const { groups, problems } = readClusterGroups([
    { name: 'one', files: ['one/**', '/etc/kubernetes', 7, 'a/{b'] },
    { files: ['x'] },
    'three',
    { name: 'one', files: ['y'] },
    { name: 'five', files: [] },
    { name: 'six' },
  ]);
  assert.deepEqual(problems, [
    { type: 'absolute', name: 'one', pattern: '/etc/kubernetes' },
    { type: 'noText', name: 'one' },
    { type: 'unclosed', name: 'one', pattern: 'a/{b' },
    { type: 'noName', position: 2 },
    { type: 'noName', position: 3 },
    { type: 'nameTwice', name: 'one' },
    { type: 'noFiles', name: 'five' },
    { type: 'noFiles', name: 'six' },
  ]);
  assert.deepEqual(groupsHolding('one/kubelet', groups), ['one']);
});

test('a value that is no list is one problem, and none is none', () => {
  assert.deepEqual(readClusterGroups({ one: [] }), { groups: [], problems: [{ type: 'noList' }] });
  assert.deepEqual(readClusterGroups('x').problems, [{ type: 'noList' }]);
  assert.deepEqual(readClusterGroups(undefined), { groups: [], problems: [] });
  assert.deepEqual(readClusterGroups([]), { groups: [], problems: [] });
});
