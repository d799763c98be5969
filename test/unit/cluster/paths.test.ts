import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PathFinder } from '../../../src/core/cluster/pathFinder';
import { commonEnd, foldersOf, nearness } from '../../../src/core/cluster/paths';

const match = (written: string, from: string, candidates: readonly string[], rivals: readonly string[] = []) => {
  const finder = new PathFinder(candidates.map((path) => ({ path })));
  const result = finder.find({ written, from, rivals: rivals.map(foldersOf) });
  return result.type === 'found' ? result.item.path : result.type;
};

test('the end of two paths is counted in whole names', () => {
  assert.equal(commonEnd('/etc/kubernetes/kubelet', 'cluster/etc/kubernetes/kubelet'), 3);
  assert.equal(commonEnd('/etc/kubernetes/kubelet', 'kubelet'), 1);
  assert.equal(commonEnd('/etc/kubernetes/kubelet', 'my-kubelet'), 0);
  assert.equal(commonEnd('/etc/kubernetes/kubelet', 'c:\\node\\kubernetes\\kubelet'), 2);
});

test('nearness counts the folders two files share', () => {
  assert.equal(nearness('a/b/c', 'a/b/d'), 2);
  assert.equal(nearness('a/b/c', 'a/x/c'), 1);
  assert.equal(nearness('c', 'a/c'), 0);
});

test('the longer end wins, then the nearer file', () => {
  assert.equal(
    match('/etc/kubernetes/kubelet', 'kubelet.service', ['kubelet', 'etc/kubernetes/kubelet']),
    'etc/kubernetes/kubelet',
  );
  assert.equal(match('/etc/kubernetes/kubelet', 'b/kubelet.service', ['a/kubelet', 'b/kubelet']), 'b/kubelet');
});

test('files that fit equally well are not chosen from', () => {
  assert.equal(match('/etc/kubernetes/kubelet', 'kubelet.service', ['a/kubelet', 'b/kubelet']), 'several');
});

test('another file name is no match', () => {
  assert.equal(match('/etc/kubernetes/kubelet', 'kubelet.service', ['kubelet.env']), 'missing');
});

test('a file that stands nearer to another unit is that one’s', () => {
  assert.equal(match('/etc/kubernetes/kubelet', 'b/kubelet.service', ['a/kubelet'], ['a/kubelet.service']), 'missing');
});
