import assert from 'node:assert/strict';
import type { TextEdit } from '../../src/core/text/edit';
import { applyEdits } from '../../src/core/text/edit';
import type { Release } from '../../src/core/kubernetes/release';
import { fixAll } from '../../src/core/lint/applyFixes';
import { allSafeFixes, kubernetes, lintFiles, parse, titleOf, type Files } from './examples';

/** Returns the files after the fix an example names: all safe fixes of one rule, or one fix by its title. */
export function repair(files: Files, rule: string, fix: string, release: Release | 'auto'): Files {
  if (fix !== allSafeFixes) return applyNamed(files, rule, fix, release);
  const changed = fixAll(parse(files), { kubernetes, target: release }, { ruleIds: [rule] });
  return new Map([...files].map(([path, text]) => [path, changed.get(path) ?? text]));
}

function applyNamed(files: Files, rule: string, title: string, release: Release | 'auto'): Files {
  const fixes = lintFiles(files, release)
    .findings.filter((finding) => finding.rule === rule)
    .flatMap((finding) => finding.fixes);
  const fix = fixes.find((one) => titleOf(one.title) === title);
  assert.ok(fix, `no fix "${title}"; there are ${fixes.map((one) => titleOf(one.title)).join(', ')}`);
  assert.equal(fix.safe, false, 'a fix named by its title is one for review');
  const editsOf = (path: string): readonly TextEdit[] => fix.edits.filter((edit) => edit.path === path);
  return new Map([...files].map(([path, text]) => [path, applyEdits(text, editsOf(path))]));
}
