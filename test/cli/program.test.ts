import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { build } from 'esbuild';
import { wantsColour } from '../../src/cli/colour';
import { oldKubelet } from './fixtures';
import { ended, root, start } from './harness';

test('standard input, status 1, and no colour in a pipe', async () => {
  const child = start(['lint', '-', '--kubernetes-version', '1.36'], { FORCE_COLOR: undefined });
  child.stdin.end(oldKubelet);
  const { status, out, err } = await ended(child);
  assert.equal(status, 1);
  assert.equal(err, '');
  assert.match(out, /^<stdin>:3:2 error /);
  assert.ok(!out.includes('\u001b'));
});

test('colour in a pipe where FORCE_COLOR asks for it, and NO_COLOR wins over it', async () => {
  for (const [environment, isColoured] of [
    [{ FORCE_COLOR: '1', NO_COLOR: undefined }, true],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ] as const) {
    const child = start(['lint', '-', '--kubernetes-version', '1.36'], environment);
    child.stdin.end(oldKubelet);
    assert.equal((await ended(child)).out.includes('\u001b['), isColoured);
  }
});

test('colour on a terminal, or where the environment asks for it', () => {
  const terminal = { isTTY: true };
  assert.equal(wantsColour(terminal, {}), true);
  assert.equal(wantsColour(terminal, { TERM: 'dumb' }), false);
  assert.equal(wantsColour(terminal, { NO_COLOR: '' }), true);
  assert.equal(wantsColour(terminal, { NO_COLOR: '1', FORCE_COLOR: '1' }), false);
  assert.equal(wantsColour(terminal, { FORCE_COLOR: '0' }), false);
  assert.equal(wantsColour({}, {}), false);
  assert.equal(wantsColour({}, { FORCE_COLOR: '' }), true);
  assert.equal(wantsColour({}, { FORCE_COLOR: 'false' }), false);
});

test('what starts with the program are neither rules nor facts nor texts of another language', async () => {
  const { metafile } = await build({
    entryPoints: ['src/cli/main.ts'],
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
  });
  const started = new Set(['src/cli/main.ts']);
  for (const path of started) {
    for (const { path: next, kind, external } of metafile.inputs[path]?.imports ?? []) {
      if (external !== true && kind === 'import-statement') started.add(next);
    }
  }
  assert.ok(started.has('src/cli/run.ts') && metafile.inputs['src/core/kubernetes/kubernetesData.ts']);
  assert.ok(![...started].some((path) => path.endsWith('.json')));
  assert.deepEqual([...started].filter((path) => /^(?:src\/core|node_modules)\//.test(path)).sort(), [
    'src/core/flow/whatIf/duration.ts',
    'src/core/kubernetes/release.ts',
    'src/core/messages/covered.ts',
    'src/core/messages/language.ts',
    'src/core/messages/message.ts',
  ]);
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
