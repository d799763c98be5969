import assert from 'node:assert/strict';
import { describe as group, test } from 'node:test';
import type { Severity } from '../../src/core/lint/finding';
import type { LintResult } from '../../src/core/lint/lintTypes';
import { rules } from '../../src/core/lint/rules/index';
import { allSafeFixes, describe, examplesOf, lintFiles, type Example, type Files } from './examples';
import { repair } from './repair';
import { variants, type Variant } from './variants';

const weights: Readonly<Record<Severity, number>> = { hint: 0, info: 1, warning: 2, error: 3 };

const plain = (files: Files): Readonly<Record<string, string>> => Object.fromEntries(files);

function assertNoFaults({ faults }: LintResult): void {
  assert.deepEqual(faults, []);
}

function checkFindings({ rule, bad, expected }: Example, variant: Variant): void {
  assert.ok(bad && expected);
  const files = variant.apply(bad);
  const result = lintFiles(files, expected.release);
  assertNoFaults(result);
  const found = result.findings.filter((finding) => finding.rule === rule);
  assert.deepEqual(
    found.map((finding) => describe(finding, files)),
    variant.expect(expected).findings,
  );
  if (expected.fix === null)
    assert.deepEqual(
      found.flatMap(({ fixes }) => fixes),
      [],
    );
}

function checkFix({ rule, bad, fixed, expected }: Example, variant: Variant): void {
  assert.ok(bad && fixed && expected?.fix);
  const before = variant.apply(bad);
  const after = repair(before, rule, expected.fix, expected.release);
  assert.deepEqual(plain(after), plain(variant.apply(fixed)));
  assert.deepEqual(plain(repair(after, rule, allSafeFixes, expected.release)), plain(after), 'fixed twice');
  const result = lintFiles(after, expected.release);
  assertNoFaults(result);
  const left = result.findings.filter((finding) => finding.rule === rule);
  const isFixed = expected.fix === allSafeFixes ? left.length === 0 : left.length < expected.findings.length;
  assert.ok(isFixed, 'the finding is still there');
  assertNothingNew(lintFiles(before, expected.release), result, rule);
}

function assertNothingNew(before: LintResult, after: LintResult, rule: string): void {
  const weight = Math.max(...before.findings.filter((one) => one.rule === rule).map((one) => weights[one.severity]));
  const known = new Set(before.findings.map((one) => `${one.rule} ${one.path}`));
  const fresh = after.findings.filter(
    (one) => weights[one.severity] >= weight && !known.has(`${one.rule} ${one.path}`),
  );
  assert.deepEqual(fresh, [], 'the fix makes a new finding');
}

function checkGood({ rule, good, expected }: Example, variant: Variant): void {
  assert.ok(good);
  const result = lintFiles(variant.apply(good), expected?.release ?? 'auto');
  assertNoFaults(result);
  const disturbing = result.findings.filter((one) => one.rule === rule || weights[one.severity] >= weights.warning);
  const expectedRules = expected?.leaves ?? [];
  assert.deepEqual(
    disturbing.filter(({ rule: id }) => !expectedRules.includes(id)).map(({ rule: id, message }) => ({ id, message })),
    [],
  );
  for (const id of expectedRules)
    assert.ok(
      disturbing.some((finding) => finding.rule === id && id !== rule),
      id,
    );
}

for (const { id } of rules) {
  group(id, () => {
    for (const example of examplesOf(id)) {
      for (const variant of variants) {
        const name = `${example.name}, ${variant.name}`;
        if (example.bad)
          test(`${name}: is found`, () => {
            checkFindings(example, variant);
          });
        if (example.fixed)
          test(`${name}: is fixed`, () => {
            checkFix(example, variant);
          });
        if (example.good)
          test(`${name}: good gives nothing`, () => {
            checkGood(example, variant);
          });
      }
    }
  });
}
