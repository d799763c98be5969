import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readGlob, searchedGlob } from '../../../src/core/grouping/glob';

const fitting: readonly (readonly [pattern: string, path: string])[] = [
  ['kubelet.service', 'kubelet.service'],
  ['nodes/one', 'nodes/one/etc/kubelet'],
  ['./nodes/one/', 'nodes/one/kubelet'],
  ['nodes\\one\\*.conf', 'nodes/one/kubelet.conf'],
  ['**/*.yaml', 'rbac.yaml'],
  ['**/*.yaml', 'a/b/rbac.yaml'],
  ['a/**/z/*.env', 'a/b/z/c/z/kubelet.env'],
  ['a/**', 'a/b/c'],
  ['**', 'a/b/c'],
  ['*', '.kubelet'],
  ['node-?/kubelet', 'node-1/kubelet'],
  ['node-{1,2}/{kubelet,rbac*}', 'node-2/rbac.yaml'],
  ['{a,b{c,d}}/x', 'bd/x'],
  ['node-[0-3]', 'node-2'],
  ['node-[!0-3]', 'node-7'],
  ['[]-]x', ']x'],
  ['*a*b', 'xaxaxb'],
];

const unfitting: readonly (readonly [pattern: string, path: string])[] = [
  ['*.yaml', 'a/rbac.yaml'],
  ['nodes/*', 'nodes/one/kubelet'],
  ['nodes/one', 'nodes/one-more/kubelet'],
  ['nodes/one', 'other/nodes/one'],
  ['a/**/z', 'a/b'],
  ['node-[0-3]', 'node-7'],
  ['node-[!0-3]', 'node-2'],
  ['a.c', 'abc'],
  ['KUBELET', 'kubelet'],
];

for (const [pattern, path] of fitting) {
  test(`${pattern} stands for ${path}`, () => {
    assert.equal(fits(pattern, path), true);
  });
}

for (const [pattern, path] of unfitting) {
  test(`${pattern} does not stand for ${path}`, () => {
    assert.equal(fits(pattern, path), false);
  });
}

const unreadable: readonly (readonly [pattern: string, problem: string])[] = [
  ['', 'empty'],
  ['  ', 'empty'],
  ['/etc/kubernetes', 'absolute'],
  ['C:\\kubernetes', 'absolute'],
  ['~/kubernetes', 'absolute'],
  ['../other/**', 'above'],
  ['a/{b,..}/c', 'above'],
  ['a/{b,c', 'unclosed'],
  ['a/b}', 'unclosed'],
  ['a/[b', 'unclosed'],
  ['{a,b}'.repeat(20), 'long'],
  ['a'.repeat(1001), 'long'],
];

for (const [pattern, problem] of unreadable) {
  test(`${pattern.slice(0, 30)} cannot be read: ${problem}`, () => {
    assert.equal(readGlob(pattern), problem);
  });
}

test('stars after stars cost no more than their product', () => {
  assert.equal(fits('*a'.repeat(400), 'a'.repeat(20_000) + 'b'), false);
  assert.equal(fits('**/a/'.repeat(190) + 'b', 'a/'.repeat(5_000) + 'c'), false);
});

function fits(pattern: string, path: string): boolean {
  const glob = readGlob(pattern);
  assert.equal(typeof glob, 'function', `${pattern} can be read`);
  return typeof glob === 'function' && glob(path);
}

test('the editor searches for a pattern with forward slashes and without an end', () => {
  assert.equal(searchedGlob(' .\\nodes\\one\\ '), 'nodes/one');
  assert.equal(searchedGlob('**/{a,b}/*.yaml'), '**/{a,b}/*.yaml');
});
