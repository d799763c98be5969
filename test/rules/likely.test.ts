import assert from 'node:assert/strict';
import { describe as group, test } from 'node:test';
import type { Release } from '../../src/core/kubernetes/release';
import { rules } from '../../src/core/lint/rules/index';
import { examplesOf, kubernetes, lintFiles } from './examples';

/** 1.11 and 1.22 were read shortly before the release; nobody has read 1.37. */
const LIKELY: readonly Release[] = ['1.11', '1.22', '1.37'];

/** What rests on the lists of flags, gates and fields; API versions have sources of their own. */
const isFromLists = (rule: string): boolean => /^(?:flag|feature-gate|config-field)-/.test(rule);

const lifeCycle = rules.filter(({ lifeCycle: depends, id }) => depends && isFromLists(id)).map(({ id }) => id);

test('the releases are those whose lists are only likely', () => {
  assert.deepEqual(
    kubernetes.releases.all.filter((release) => kubernetes.releases.confidence('kubelet', release) === 'likely'),
    ['1.11', '1.22'],
  );
  assert.equal(kubernetes.releases.confidence('kubelet', '1.37'), 'likely');
});

for (const rule of lifeCycle) {
  group(`${rule} where the facts are only likely`, () => {
    for (const { name, bad } of examplesOf(rule)) {
      if (!bad) continue;
      for (const release of LIKELY) {
        test(`${name} at ${release}`, () => {
          const errors = lintFiles(bad, release).findings.filter(
            (finding) => lifeCycle.includes(finding.rule) && finding.severity === 'error',
          );
          assert.deepEqual(
            errors.map((finding) => finding.message),
            [],
          );
        });
      }
    }
  });
}
