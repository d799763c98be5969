import { buildCluster } from '../../src/core/cluster/buildCluster';
import type { FileKindId, ParsedFile } from '../../src/core/documents/document';
import { readFile, withEmbedded } from '../../src/core/documents/readFile';
import { playOf } from '../../src/core/flow/playOf';
import { simulate } from '../../src/core/flow/simulate';
import type { Release } from '../../src/core/kubernetes/release';
import { fixAll } from '../../src/core/lint/applyFixes';
import type { Fix } from '../../src/core/lint/finding';
import { lint } from '../../src/core/lint/lint';
import type { LintResult } from '../../src/core/lint/lintTypes';
import { applyEdits } from '../../src/core/text/edit';
import { SourceText } from '../../src/core/text/sourceText';
import { kubernetes, type Files } from '../rules/examples';
import { wrongRange } from './ranges';

/** What is done with a set of files. */
export interface Treatment {
  readonly release: Release | 'auto';
  /** The kind that all files are read as; undefined lets each file say. */
  readonly kind: FileKindId | undefined;
  readonly play: boolean;
  /** Processor time that 100 KB may take to be read, and again to be linted. */
  readonly milliseconds: number;
}

/** A promise that did not hold; two violations with the same text have the same cause. */
export class Violation extends Error {
  override readonly name = 'Violation';
}

/** Throws when one of the promises that hold for every text does not hold for these. */
export function checkInvariants(files: Files, treatment: Treatment): void {
  const parsed = parse(files, treatment.kind);
  const options = { kubernetes, target: treatment.release };
  const result = lint(parsed, options);
  checkPlaces(parsed, result);
  for (const fix of someOf(result.findings.flatMap(({ fixes }) => fixes))) checkFix(files, parsed, fix);
  const fixed = new Map([...files, ...fixAll(parsed, options)]);
  const after = parse(fixed, treatment.kind);
  checkReadable(parsed, after, 'all safe fixes');
  if (fixAll(after, options).size > 0) throw new Violation('fixing twice is more than fixing once');
  if (treatment.play) checkPlay(parsed, treatment.release);
}

/** Returns the files as the core reads them. */
export function parse(files: Files, kind: FileKindId | undefined): readonly ParsedFile[] {
  return [...files].map(([path, text]) => readFile(new SourceText(path, text), kind));
}

function checkPlaces(parsed: readonly ParsedFile[], result: LintResult): void {
  const [fault] = result.faults;
  if (fault) throw fault.error instanceof Error ? fault.error : new Violation(`rule ${fault.rule} failed`);
  const lengths = lengthsOf(parsed);
  for (const file of parsed) {
    const wrong = wrongRange(file, file.source.path, lengths);
    if (wrong !== undefined) throw new Violation(`a range of a document lies outside its text: ${wrong}`);
  }
  for (const finding of result.findings) {
    const wrong = wrongRange(finding, finding.path, lengths);
    if (wrong !== undefined) throw new Violation(`a range of ${finding.rule} lies outside its text: ${wrong}`);
  }
  const wrong = wrongRange(result.cluster, undefined, lengths);
  if (wrong !== undefined) throw new Violation(`a range of the cluster lies outside its text: ${wrong}`);
}

/** Of files embedded under one path, as in two branches of a script, the longest. */
function lengthsOf(parsed: readonly ParsedFile[]): ReadonlyMap<string, number> {
  const lengths = new Map<string, number>();
  for (const { source } of withEmbedded(parsed))
    lengths.set(source.path, Math.max(source.text.length, lengths.get(source.path) ?? 0));
  return lengths;
}

/** The first and the last ones: a file with thousands of findings has thousands of like fixes. */
function someOf<T>(items: readonly T[]): readonly T[] {
  return items.length <= 20 ? items : [...items.slice(0, 10), ...items.slice(-10)];
}

/** Every fix by itself, those for review as well, leaves files that can be read as before. */
function checkFix(files: Files, parsed: readonly ParsedFile[], { title, edits }: Fix): void {
  for (const file of parsed) {
    const { path } = file.source;
    const own = edits.filter((edit) => edit.path === path);
    if (own.length === 0) continue;
    const text = applyEdits(files.get(path) ?? '', own);
    checkReadable([file], [readFile(new SourceText(path, text), file.kind)], title.id);
  }
}

function checkReadable(before: readonly ParsedFile[], after: readonly ParsedFile[], fix: string): void {
  before.forEach((file, index) => {
    const problems = after[index]?.problems.length ?? 0;
    if (problems > file.problems.length) throw new Violation(`what ${fix} leaves behind cannot be read`);
  });
}

function checkPlay(parsed: readonly ParsedFile[], target: Release | 'auto'): void {
  const cluster = buildCluster(parsed, { kubernetes, target });
  if (cluster.kubelets.length === 0) return;
  playOf(simulate(cluster, { id: 'workspace' }), { id: 'play.workspace', params: {} });
}
