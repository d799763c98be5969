import type { ParsedFile } from '../documents/document';
import { readFile } from '../documents/readFile';
import { applyEdits, type TextEdit } from '../text/edit';
import { overlaps } from '../text/range';
import { SourceText } from '../text/sourceText';
import { MAX_FINDINGS } from './collector';
import type { Finding, Fix } from './finding';
import { lint } from './lint';
import type { LintOptions } from './lintTypes';

/** Which fixes to apply; all rules' when none are named. */
export interface FixSelection {
  readonly ruleIds?: readonly string[];
}

/** Enough for any chain of fixes that uncover one another; a circle of fixes ends here. */
const MAX_ROUNDS = 25;

/**
 * Applies all safe fixes until none is left, and returns the new text by path of the files that changed. A fix is made
 * as a whole or not at all; one that overlaps another waits for the next round.
 */
export function fixAll(
  files: readonly ParsedFile[],
  options: LintOptions,
  selection: FixSelection = {},
): ReadonlyMap<string, string> {
  let current = files;
  for (let round = 0; round < MAX_ROUNDS;) {
    const { findings } = lint(current, options);
    const fixes = safeFixes(findings, selection);
    if (fixes.length === 0) break;
    const edits = editsByPath(fixes);
    const next = current.map((file) => edited(file, edits.get(file.source.path) ?? []));
    if (!isSlice(fixes, current, next)) round += 1;
    current = next;
  }
  const before = new Map(files.map(({ source }) => [source.path, source.text]));
  return new Map(
    current.flatMap(({ source }) =>
      source.text === before.get(source.path) ? [] : [[source.path, source.text] as const],
    ),
  );
}

/** A round that the number of findings cut short is a part of one; it has to make the files shorter, as no circle does. */
function isSlice(fixes: readonly Fix[], before: readonly ParsedFile[], after: readonly ParsedFile[]): boolean {
  return fixes.length >= MAX_FINDINGS && lengthOf(after) < lengthOf(before);
}

function lengthOf(files: readonly ParsedFile[]): number {
  return files.reduce((sum, { source }) => sum + source.text.length, 0);
}

/** Returns the fixes that can be made at once: the first safe one of each finding unless it overlaps an earlier one. */
export function safeFixes(findings: readonly Finding[], { ruleIds }: FixSelection): readonly Fix[] {
  const chosen: Fix[] = [];
  for (const finding of findings) {
    if (ruleIds && !ruleIds.includes(finding.rule)) continue;
    const fix = finding.fixes.find(({ safe, edits }) => safe && edits.length > 0);
    if (fix && !fix.edits.some((edit) => chosen.some((other) => other.edits.some((taken) => collide(edit, taken))))) {
      chosen.push(fix);
    }
  }
  return chosen;
}

function collide(a: TextEdit, b: TextEdit): boolean {
  return a.path === b.path && overlaps(a.range, b.range);
}

function editsByPath(fixes: readonly Fix[]): ReadonlyMap<string, readonly TextEdit[]> {
  const edits = new Map<string, TextEdit[]>();
  for (const edit of fixes.flatMap((fix) => fix.edits)) edits.set(edit.path, [...(edits.get(edit.path) ?? []), edit]);
  return edits;
}

function edited(file: ParsedFile, edits: readonly TextEdit[]): ParsedFile {
  if (edits.length === 0) return file;
  const text = applyEdits(file.source.text, edits);
  return readFile(new SourceText(file.source.path, text), file.kind);
}
