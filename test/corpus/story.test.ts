import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe as group, test } from 'node:test';

import { parseRelease } from '../../src/core/kubernetes/release';
import { describe, lintFiles, type Files } from '../rules/examples';

const root = 'test/corpus/story';

/** What somebody who knows would say of one line, and why. */
interface Judgement {
  readonly place: string;
  readonly rule: string;
  readonly severity: string;
  readonly why: string;
}

const expected = JSON.parse(readFileSync(join(root, 'expected.json'), 'utf8')) as Readonly<
  Record<string, readonly Judgement[]>
>;

const cluster = join(root, 'cluster');
const files: Files = new Map(
  readdirSync(cluster, { recursive: true, encoding: 'utf8' })
    .map((name) => join(cluster, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => [relative(cluster, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
);

group('a hand-made cluster of January 2018, as told then, judged at three releases', () => {
  for (const [name, judgements] of Object.entries(expected)) {
    test(`${name}: what somebody who knows would say, and nothing else`, () => {
      const release = parseRelease(name);
      assert.ok(release);
      const { findings, faults } = lintFiles(files, release);
      assert.deepEqual(faults, []);
      const found = findings.map((finding) => {
        const { path, severity, start } = describe(finding, files);
        return `${path}:${String(start[0])} ${severity} ${finding.rule}`;
      });
      assert.deepEqual(
        found,
        judgements.map(({ place, severity, rule }) => `${place} ${severity} ${rule}`),
      );
    });
  }

  test('every judgement has its reason', () => {
    for (const { why } of Object.values(expected).flat()) assert.match(why, /^[A-Z].{20,}\.$/);
  });
});
