import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from '../../src/cli/run';
import { oldKubelet } from './fixtures';
import { call, english, folderWith } from './harness';

interface Recorded {
  readonly status: number;
  /** What was printed, with `(read)` where standard input was asked for. */
  readonly order: string;
}

/** Lints two folders, then standard input: three clusters. */
async function record(format: string): Promise<Recorded> {
  let order = '';
  const cwd = folderWith({ 'a/kubelet': oldKubelet, 'b/kubelet': oldKubelet });
  const status = await run(['lint', 'a', 'b', '-', '--stdin-filename', 'c/kubelet', '--format', format], {
    out: (text) => (order += text),
    err: (text) => (order += text),
    readInput: () => {
      order += '(read)';
      return Promise.resolve(Buffer.from(oldKubelet));
    },
    cwd,
    reader: english,
    colour: false,
    now: () => new Date('2026-01-01T12:00:00Z'),
  });
  return { status, order };
}

test('findings of a cluster are printed before the next one is read', async () => {
  for (const [format, mark] of [
    ['text', '/kubelet:3:2 '],
    ['github', '/kubelet,line=3'],
  ] as const) {
    const { status, order } = await record(format);
    assert.equal(status, 0, 'warnings, since the release is assumed');
    const places = [`a${mark}`, `b${mark}`, '(read)', `c${mark}`].map((part) => order.indexOf(part));
    assert.ok(!places.includes(-1), order);
    assert.deepEqual(
      places,
      places.toSorted((one, other) => one - other),
    );
  }
});

test('a document of all findings is printed when all is read', async () => {
  for (const format of ['json', 'sarif']) assert.ok((await record(format)).order.startsWith('(read){'));
});

test('the sum of all clusters stands at the end, once', async () => {
  const { order } = await record('text');
  assert.equal(order.match(/ in \d+ files?, for Kubernetes/g)?.join(), ' in 3 files, for Kubernetes');
  assert.match(order, /\n3 warnings in 3 files, [^\n]+\n$/);
});

test('notes of all clusters stand below the findings of all', async () => {
  const folder = folderWith({ 'a/kubelet': 'KUBELET_ARGS="--v=2\n', 'b/kubelet': oldKubelet });
  const { out } = await call(['lint', 'a', 'b'], { cwd: folder });
  assert.ok(out.indexOf('b/kubelet:3:2') < out.indexOf('a/kubelet: cannot be read'));
});
