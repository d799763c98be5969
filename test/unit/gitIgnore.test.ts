import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GitIgnore } from '../../src/core/gitIgnore';

const ignored = GitIgnore.nothing
  .with('/repo', '\ufeff*.gen.yaml\n/build/\n')
  .with('/repo/deep', '!keep.gen.yaml\nhere.yaml\n');

test('nothing is left out without a .gitignore', () => {
  assert.equal(GitIgnore.nothing.ignoresBelow('/repo', '/repo/a.yaml'), false);
  assert.equal(GitIgnore.nothing.with('/repo', '').ignoresBelow('/repo', '/repo/a.yaml'), false);
});

for (const [path, isIgnored] of [
  ['a.yaml', false],
  ['a.gen.yaml', true],
  ['deep/a.gen.yaml', true],
  ['deep/keep.gen.yaml', false],
  ['build/a/b.yaml', true],
  ['deep/build/a.yaml', false],
  ['deep/further/here.yaml', true],
  ['here.yaml', false],
  ['deeper/here.yaml', false],
] as const) {
  test(`${path} is ${isIgnored ? 'left out' : 'kept'}`, () => {
    assert.equal(ignored.ignoresBelow('/repo', `/repo/${path}`), isIgnored);
  });
}

test('a folder is entered whose own files are left out, and none that is left out itself', () => {
  assert.equal(ignored.ignores('/repo/build', true), true);
  assert.equal(ignored.ignores('/repo/build', false), false);
  assert.equal(ignored.ignores('/repo/deep', true), false);
});

test('the root of the disk may hold patterns', () => {
  const atRoot = GitIgnore.nothing.with('/', 'a/\n');
  assert.equal(atRoot.ignoresBelow('/', '/a/b.yaml'), true);
  assert.equal(atRoot.ignoresBelow('/', '/b.yaml'), false);
});
