import assert from 'node:assert/strict';
import { describe as group, test } from 'node:test';
import { readFile } from '../../src/core/documents/readFile';
import { fixAll } from '../../src/core/lint/applyFixes';
import type { Finding, Fix } from '../../src/core/lint/finding';
import { rules } from '../../src/core/lint/rules/index';
import { applyEdits } from '../../src/core/text/edit';
import { SourceText } from '../../src/core/text/sourceText';
import { Draws } from './draws';
import { kubernetes, lintFiles, parse, titleOf } from './examples';
import { generatedFile, type GeneratedFile } from './generatedFiles';

const SEEDS = 1000;
const ORDER = ['hint', 'info', 'warning', 'error'] as const;

const findingsIn = ({ path, release }: GeneratedFile, text: string): readonly Finding[] =>
  lintFiles(new Map([[path, text]]), release).findings;

/** Rules about what stops a component; a flag that is right at last may raise questions about the cluster. */
const OURS = new Set(rules.filter(({ group: letter }) => letter === 'A').map(({ id }) => id));

/** What a finding says, without its place. */
const saying = ({ rule, message }: Finding): string => JSON.stringify([rule, message]);

function countOf(findings: readonly Finding[], finding: Finding): number {
  return findings.filter((other) => saying(other) === saying(finding)).length;
}

function checkFix(file: GeneratedFile, before: readonly Finding[], finding: Finding, fix: Fix): void {
  const text = applyEdits(file.text, fix.edits);
  const after = findingsIn(file, text);
  assert.ok(countOf(after, finding) < countOf(before, finding), `still found: ${saying(finding)}`);
  const weight = ORDER.indexOf(finding.severity);
  const worse = after.filter(
    (other) =>
      OURS.has(other.rule) && ORDER.indexOf(other.severity) >= weight && countOf(after, other) > countOf(before, other),
  );
  assert.deepEqual(worse.map(saying), [], `new findings by the fix of ${saying(finding)}`);
  checkIntact(file, text);
}

function checkIntact(file: GeneratedFile, text: string): void {
  const [was, is] = [file.text, text].map((one) => readFile(new SourceText(file.path, one)));
  assert.equal(is?.kind, was?.kind);
  assert.ok((is?.problems.length ?? 0) <= (was?.problems.length ?? 0), 'parses afterwards');
  for (const kept of file.kept) assert.ok(text.includes(kept), `lost: ${kept}`);
  const isCrlf = file.text.includes('\r\n');
  assert.equal(/(?<!\r)\n/.test(text), !isCrlf && text.includes('\n'), 'line ends');
}

/** Fixing everything ends, and doing it again changes nothing. */
function checkFixAll(file: GeneratedFile): void {
  const options = { kubernetes, target: file.release };
  const selection = { ruleIds: [...OURS] };
  const text = fixAll(parse(new Map([[file.path, file.text]])), options, selection).get(file.path) ?? file.text;
  checkIntact(file, text);
  assert.equal(fixAll(parse(new Map([[file.path, text]])), options, selection).size, 0);
  const safe = findingsIn(file, text).filter(({ rule, fixes }) => OURS.has(rule) && fixes.some((fix) => fix.safe));
  assert.deepEqual(safe.map(saying), []);
}

group('fixes of generated files', () => {
  for (let seed = 0; seed < SEEDS; seed += 1) {
    const file = generatedFile(new Draws(seed));
    test(`seed ${String(seed)}: ${file.path} at ${file.release}`, () => {
      const before = findingsIn(file, file.text);
      for (const finding of before.filter(({ rule }) => OURS.has(rule))) {
        for (const fix of finding.fixes) {
          try {
            checkFix(file, before, finding, fix);
          } catch (error) {
            throw new Error(`${titleOf(fix.title)}\n${file.text}\n---\n${applyEdits(file.text, fix.edits)}`, {
              cause: error,
            });
          }
        }
      }
      checkFixAll(file);
    });
  }
});
