import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Report } from '../../src/cli/report';
import { rotationOff } from './fixtures';
import { call, folderWith } from './harness';

async function pathsIn(words: readonly string[], cwd: string): Promise<readonly string[]> {
  const { out } = await call(['lint', '--format', 'json', ...words], { cwd });
  return (JSON.parse(out) as Report).files.map(({ path }) => path);
}

test('folders are walked to the bottom, in the order of paths, but for .git and node_modules', async () => {
  const folder = folderWith({
    'b.yaml': rotationOff,
    'a/deep/c.yaml': rotationOff,
    '.git/d.yaml': rotationOff,
    'a/node_modules/e.yaml': rotationOff,
    '.hidden/f.yaml': rotationOff,
  });
  assert.deepEqual(await pathsIn(['.'], folder), ['.hidden/f.yaml', 'a/deep/c.yaml', 'b.yaml']);
});

test('paths are shown as they were named', async () => {
  const folder = folderWith({ 'etc/a.yaml': rotationOff });
  assert.deepEqual(await pathsIn(['etc'], folder), ['etc/a.yaml']);
  assert.deepEqual(await pathsIn(['./etc/'], folder), ['etc/a.yaml']);
  assert.deepEqual(await pathsIn([join(folder, 'etc')], folder), [join(folder, 'etc/a.yaml')]);
});

test('a loop of links ends, and a file reached twice is read once', async () => {
  const folder = folderWith({ 'a/one.yaml': rotationOff });
  symlinkSync('..', join(folder, 'a/up'));
  symlinkSync('a', join(folder, 'again'));
  symlinkSync('one.yaml', join(folder, 'a/two.yaml'));
  assert.equal((await pathsIn(['.'], folder)).length, 1);
});

test('a link to nothing is passed over', async () => {
  const folder = folderWith({ 'a.yaml': rotationOff });
  symlinkSync('gone', join(folder, 'b.yaml'));
  const { status, err } = await call(['lint', '.'], { cwd: folder });
  assert.deepEqual([status, err], [0, '']);
});

test('a file that lies in a named folder belongs to that folder', async () => {
  const folder = folderWith({ 'a.yaml': rotationOff });
  assert.deepEqual(await pathsIn(['a.yaml', '.'], folder), ['a.yaml']);
});
