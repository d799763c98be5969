import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { oldKubelet } from './fixtures';
import { ended, start } from './harness';

test('standard input, status 1, and no colour in a pipe', async () => {
  const child = start(['lint', '-', '--kubernetes-version', '1.36'], { FORCE_COLOR: '1' });
  child.stdin.end(oldKubelet);
  const { status, out, err } = await ended(child);
  assert.equal(status, 1);
  assert.equal(err, '');
  assert.match(out, /^<stdin>:3:2 error /);
  assert.ok(!out.includes('\u001b'));
});

test('wrong usage is one line and status 2', async () => {
  const { status, out, err } = await ended(start(['lint', '--nonsense', '.']));
  assert.deepEqual([status, out], [2, '']);
  assert.match(err, /^tls-bootstrap: [^\n]*--nonsense[^\n]*\n$/);
});

test('a reader that goes away is no fault', async () => {
  const child = start(['lint', '-', '--format', 'json', '--kubernetes-version', '1.36']);
  child.stdout.destroy();
  await once(child.stdout, 'close');
  child.stdin.end(oldKubelet.repeat(2000));
  const { status, err } = await ended(child);
  assert.equal(err, '');
  assert.equal(status, 1);
});
