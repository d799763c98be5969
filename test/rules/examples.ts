import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readFile } from '../../src/core/documents/readFile';
import type { ParsedFile } from '../../src/core/documents/document';
import { createKubernetes } from '../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../src/core/kubernetes/kubernetesData';
import type { Release } from '../../src/core/kubernetes/release';
import { messageCatalogue } from '../../src/core/lint/catalogue';
import type { Finding, RelatedPlace, Severity } from '../../src/core/lint/finding';
import { lint } from '../../src/core/lint/lint';
import type { LintResult } from '../../src/core/lint/lintTypes';
import { rules } from '../../src/core/lint/rules/index';
import { renderMessage } from '../../src/core/messages/message';
import { SourceText } from '../../src/core/text/sourceText';
import { Lately } from './lately';

export const rulesFolder = 'src/core/lint/rules';

/** Texts by path, as one folder of a cluster. */
export type Files = ReadonlyMap<string, string>;

/** A place as `NAME.expected.json` declares it: lines and columns are 1-based, ends exclusive, as on the command line. */
export interface ExpectedPlace {
  readonly path: string;
  readonly start: readonly [line: number, column: number];
  readonly end: readonly [line: number, column: number];
  readonly message: string;
}

export interface ExpectedFinding extends ExpectedPlace {
  readonly severity: Severity;
  /** The places in other files that it names; left out when there are none. */
  readonly related?: readonly ExpectedPlace[];
}

export interface Expected {
  readonly release: Release | 'auto';
  /** `all safe fixes`, the title of one fix that wants a review, or null when nothing can be fixed. */
  readonly fix: string | null;
  readonly findings: readonly ExpectedFinding[];
  /** Other rules that still find something in the fixed files, when they serve as the good ones. */
  readonly leaves?: readonly string[];
}

/** All example files of one name in one rule's folder. */
export interface Example {
  readonly rule: string;
  readonly name: string;
  readonly bad: Files | undefined;
  readonly fixed: Files | undefined;
  /** The fixed files where there are no others. */
  readonly good: Files | undefined;
  readonly expected: Expected | undefined;
}

export const allSafeFixes = 'all safe fixes';

export const kubernetes = createKubernetes(kubernetesData);

const catalogue = messageCatalogue(rules);

/** Returns the examples of a rule, found by folder. */
export function examplesOf(rule: string): readonly Example[] {
  const folder = join(rulesFolder, rule, 'examples');
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder);
  const names = new Set(entries.map((entry) => entry.replace(/\.(?:bad|fixed|good|expected)(?:\..*)?$/, '')));
  return [...names].sort().map((name) => ({
    rule,
    name,
    bad: filesOf(folder, name, 'bad', entries),
    fixed: filesOf(folder, name, 'fixed', entries),
    good: filesOf(folder, name, 'good', entries) ?? filesOf(folder, name, 'fixed', entries),
    expected: entries.includes(`${name}.expected.json`)
      ? (JSON.parse(readFileSync(join(folder, `${name}.expected.json`), 'utf8')) as Expected)
      : undefined,
  }));
}

function filesOf(folder: string, name: string, part: string, entries: readonly string[]): Files | undefined {
  const head = `${name}.${part}`;
  const entry = entries.find((one) => one === head || one.startsWith(`${head}.`));
  if (entry === undefined) return undefined;
  const path = join(folder, entry);
  if (statSync(path).isDirectory()) return new Map(textsIn(path, ''));
  return new Map([[`${name}${entry.slice(head.length)}`, readFileSync(path, 'utf8')]]);
}

function textsIn(folder: string, prefix: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${prefix}${entry.name}`;
    const file = join(folder, entry.name);
    return entry.isDirectory() ? textsIn(file, `${path}/`) : [[path, readFileSync(file, 'utf8')] as const];
  });
}

/** Files read and judged last: what is found, what is fixed, and what is left of it are asked one after the other. */
const readLately = new Lately<ParsedFile>(50);
const judgedLately = new Lately<LintResult>(5);

/** Returns the files as the core reads them, in path order. */
export function parse(files: Files): readonly ParsedFile[] {
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => readLately.get(`${path}\n${text}`, () => readFile(new SourceText(path, text))));
}

/** Returns what all rules find in the files. */
export function lintFiles(files: Files, release: Release | 'auto'): LintResult {
  const asked = JSON.stringify([release, ...files]);
  return judgedLately.get(asked, () => lint(parse(files), { kubernetes, target: release }));
}

/** Returns a finding as an example declares it. */
export function describe(finding: Finding, files: Files): ExpectedFinding {
  const { path, severity, related } = finding;
  const others = related.filter((place) => place.path !== path).map((place) => describePlace(place, files));
  return { severity, ...describePlace(finding, files), ...(others.length > 0 && { related: others }) };
}

function describePlace({ path, range, message }: RelatedPlace, files: Files): ExpectedPlace {
  const source = new SourceText(path, files.get(path) ?? '');
  const place = (offset: number): [number, number] => {
    const { line, column } = source.positionAt(offset);
    return [line + 1, column + 1];
  };
  return { path, start: place(range.start), end: place(range.end), message: renderMessage(message, catalogue) };
}

/** Returns the text of a fix's title. */
export function titleOf(title: Finding['message']): string {
  return renderMessage(title, catalogue);
}
