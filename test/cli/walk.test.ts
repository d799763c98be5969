import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
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

describe('what Git is told to leave out', () => {
  test('is not read, by patterns of every folder and with their exceptions', async () => {
    const folder = folderWith({
      '.gitignore': '\ufeff# made by tools\r\n*.gen.yaml\r\n/build/\r\nsecrets\r\n',
      'a.yaml': rotationOff,
      'b.gen.yaml': rotationOff,
      'build/c.yaml': rotationOff,
      'deep/build/d.yaml': rotationOff,
      'deep/.gitignore': '!keep.gen.yaml\nonly-here.yaml\n',
      'deep/keep.gen.yaml': rotationOff,
      'deep/only-here.yaml': rotationOff,
      'other/only-here.yaml': rotationOff,
      'other/secrets/e.yaml': rotationOff,
    });
    assert.deepEqual(await pathsIn(['.'], folder), [
      'a.yaml',
      'deep/build/d.yaml',
      'deep/keep.gen.yaml',
      'other/only-here.yaml',
    ]);
  });

  test('is known from the folders above, up to the top of the repository', async () => {
    const folder = folderWith({
      '.gitignore': 'x.yaml\n',
      'repository/.git/info/exclude': 'y.yaml\n',
      'repository/.gitignore': '/deploy/z.yaml\n',
      'repository/deploy/x.yaml': rotationOff,
      'repository/deploy/y.yaml': rotationOff,
      'repository/deploy/z.yaml': rotationOff,
    });
    assert.deepEqual(await pathsIn(['repository/deploy'], folder), ['repository/deploy/x.yaml']);
  });

  test('is read when it is named', async () => {
    const folder = folderWith({
      '.git/HEAD': '',
      '.gitignore': 'out/\na.yaml\n',
      'a.yaml': rotationOff,
      'out/b.yaml': rotationOff,
    });
    assert.deepEqual(await pathsIn(['.'], folder), []);
    assert.deepEqual(await pathsIn(['a.yaml'], folder), ['a.yaml']);
    assert.deepEqual(await pathsIn(['out'], folder), ['out/b.yaml']);
    assert.deepEqual(await pathsIn(['out/b.yaml'], folder), ['out/b.yaml']);
  });
});
