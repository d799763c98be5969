import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { oldKubelet, rotationOff, soundKubelet } from './fixtures';
import { call, folderWith } from './harness';

test('0 when there is nothing to report', async () => {
  const { status, out } = await call(['lint', folderWith({ kubelet: soundKubelet })]);
  assert.equal(status, 0);
  assert.match(out, /^Nothing to report in 1 file/);
});

test('0 and a sentence when no file is of a known kind', async () => {
  const { status, out } = await call(['lint', folderWith({ 'a.txt': 'a\n' })]);
  assert.deepEqual([status, out], [0, 'No file of a kind this program reads.\n']);
});

test('1 for an error', async () => {
  const folder = folderWith({ kubelet: oldKubelet });
  assert.equal((await call(['lint', '--kubernetes-version', '1.36', folder])).status, 1);
});

test('warnings are clean unless there are more than allowed', async () => {
  const folder = folderWith({ 'config.yaml': rotationOff });
  assert.equal((await call(['lint', folder])).status, 0);
  assert.equal((await call(['lint', '--max-warnings', '1', folder])).status, 0);
  assert.equal((await call(['lint', '--max-warnings', '0', folder])).status, 1);
});

test('2 for a path that is not there; the others are still checked', async () => {
  const folder = folderWith({ kubelet: oldKubelet });
  const { status, out, err } = await call(['lint', join(folder, 'gone'), join(folder, 'kubelet')]);
  assert.equal(status, 2);
  assert.match(out, /flag-removed/);
  assert.equal(err, `tls-bootstrap: cannot read ${join(folder, 'gone')}: no such file or folder\n`);
});

test('2 when all paths are unreadable, and nothing on standard output', async () => {
  const folder = folderWith({ kubelet: oldKubelet });
  const { status, out } = await call(['lint', join(folder, 'kubelet', 'below')]);
  assert.deepEqual([status, out], [2, '']);
});

test('a control character in a path cannot steer the terminal', async () => {
  const { err } = await call(['lint', 'gone\u001b[2J']);
  assert.equal(err, 'tls-bootstrap: cannot read gone\ufffd[2J: no such file or folder\n');
});
