import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv-draft-04';
import formats from 'ajv-formats';
import { oldKubelet } from './fixtures';
import { call, folderWith, root, type Called } from './harness';

interface Log {
  readonly runs: readonly [{ readonly results: readonly { fixes: readonly unknown[]; relatedLocations: unknown[] }[] }];
}

/** Returns what is wrong with a SARIF log, and nothing of a valid one. */
function sarifProblems(): (log: unknown) => readonly string[] {
  const schema = JSON.parse(readFileSync(join(root, 'test/cli/sarif/sarif-2.1.0.schema.json'), 'utf8')) as object;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  formats(ajv);
  const validate = ajv.compile(schema);
  return (log) => (validate(log) ? [] : (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message ?? ''}`));
}

const problemsOf = sarifProblems();

/** Returns the log that was printed, which is valid. */
function valid({ out, err }: Called): Log {
  assert.equal(err, '');
  const log = JSON.parse(out) as Log;
  assert.deepEqual(problemsOf(log), []);
  return log;
}

test('the schema refuses a log that is none', () => {
  const region = { startLine: 0 };
  const result = { message: { text: 'x' }, locations: [{ physicalLocation: { region } }] };
  const runs = [{ tool: { driver: { name: 'x' } }, results: [result], color: 1 }];
  assert.ok(problemsOf({ version: '2.1.0', runs }).length >= 2);
});

test('a log of all samples is valid, with fixes and related places', async () => {
  const { runs } = valid(await call(['lint', '--format', 'sarif', 'media/samples']));
  const [{ results }] = runs;
  assert.ok(results.some(({ fixes }) => fixes.length > 0));
  assert.ok(results.some(({ relatedLocations }) => relatedLocations.length > 0));
});

test('a log of every rule is valid', async () => {
  const { runs } = valid(await call(['lint', '--format', 'sarif', 'src/core/lint/rules']));
  assert.ok(runs[0].results.length > 100);
});

test('a log of standard input is valid', async () => {
  for (const name of [[], ['--stdin-filename', 'etc/kube let#1']]) {
    const { runs } = valid(await call(['lint', '-', ...name, '--format', 'sarif'], { input: oldKubelet }));
    assert.ok(runs[0].results.length > 0);
  }
});

test('a log of nothing is valid', async () => {
  const { runs } = valid(await call(['lint', '--format', 'sarif', folderWith({ 'notes.txt': 'nothing\n' })]));
  assert.deepEqual(runs[0].results, []);
});
