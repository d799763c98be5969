import type { Cluster } from '../core/cluster/cluster';
import type { ParsedFile } from '../core/documents/document';
import { withEmbedded } from '../core/documents/readFile';
import type { Finding, Fix, Severity } from '../core/lint/finding';
import type { LintResult } from '../core/lint/lintTypes';
import { renderMessage, type Catalogue, type Message } from '../core/messages/message';
import { contradictionsOf } from '../core/overview/contradictions';
import { contradictionMessage } from '../core/overview/messages';
import type { TextEdit } from '../core/text/edit';
import type { Range } from '../core/text/range';
import type { SourceText } from '../core/text/sourceText';
import { kubernetes } from './engine';
import { counted, type Reader } from './reader';
import { covered } from '../core/messages/covered';

/** 1-based; columns count UTF-16 code units and leave out a byte order mark, as editors do. */
export interface ReportPosition {
  readonly line: number;
  readonly column: number;
}

/** The end is exclusive. */
export interface ReportPlace {
  readonly path: string;
  readonly start: ReportPosition;
  readonly end: ReportPosition;
}

export interface ReportEdit extends ReportPlace {
  readonly newText: string;
}

export interface ReportFix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly ReportEdit[];
}

export interface ReportFinding extends ReportPlace {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fixes: readonly ReportFix[];
  /** Path of the rule's page inside the project. */
  readonly docs: string;
  readonly step: string | null;
  readonly related: readonly (ReportPlace & { readonly message: string })[];
}

export interface ReportFile {
  readonly path: string;
  readonly kind: string | null;
  readonly documents: number;
  readonly notes: readonly string[];
}

/** Files that contradict each other about a component, so that nothing is joined from them and rules are silent. */
export interface ReportContradiction {
  readonly component: string;
  /** The first setting that they leave open. */
  readonly setting: string;
  readonly paths: readonly string[];
  readonly message: string;
}

/** What `lint --format json` prints; its keys are public and all of them are always there. */
export interface Report {
  readonly target: string;
  readonly targetSource: 'default' | 'option' | 'evidence';
  readonly files: readonly ReportFile[];
  readonly findings: readonly ReportFinding[];
  readonly contradictions: readonly ReportContradiction[];
}

/** Returns the reports of several clusters as one, with the release of the first; undefined when there is none. */
export function joinReports(reports: readonly Report[]): Report | undefined {
  return (
    reports[0] && {
      ...reports[0],
      files: reports.flatMap(({ files }) => files),
      findings: reports.flatMap(({ findings }) => findings),
      contradictions: reports.flatMap(({ contradictions }) => contradictions),
    }
  );
}

/** Returns where the page of a rule stands inside the project. */
export function rulePage(rule: string): string {
  return `src/core/lint/rules/${rule}/README.md`;
}

/** Returns a range in the words of a report. */
export function placeOf(source: SourceText, range: Range): ReportPlace {
  return { path: source.path, start: positionOf(source, range.start), end: positionOf(source, range.end) };
}

/** Returns the findings of one cluster as a report shows them. */
export function findingsOf(result: LintResult, catalogue: Catalogue): readonly ReportFinding[] {
  const sources = new Map(result.cluster.files.map((file) => [file.source.path, file.source]));
  const place = (path: string, range: Range): ReportPlace => {
    const source = sources.get(path);
    if (source === undefined) throw new Error(`a finding names ${path}, which is not among the files`);
    return placeOf(source, range);
  };
  const text = (message: Message): string => covered(renderMessage(message, catalogue));
  return result.findings.map((finding) => findingOf(finding, place, text));
}

/** Returns what the files of one cluster contradict each other about. */
export function reportContradictions(cluster: Cluster, catalogue: Catalogue): readonly ReportContradiction[] {
  return contradictionsOf(cluster, kubernetes()).map((one) => ({
    component: one.component,
    setting: one.setting,
    paths: one.paths,
    message: covered(renderMessage(contradictionMessage(one), catalogue)),
  }));
}

/** Returns what a report says of one file. */
export function fileOf(file: ParsedFile, more: readonly string[], reader: Reader): ReportFile {
  const { say } = reader;
  const notes = [
    ...file.notes.map((note) => say('cli.note.templated', { values: counted(reader, 'value', note.count) })),
    ...problemsWithoutRule(file).map(({ range, reason, unclosed }) => {
      const why = unclosed === undefined ? reason : say(`cli.note.unclosed.${unclosed}`);
      const { line, column } = positionOf(file.source, range.start);
      return covered(say('cli.note.unreadableAt', { place: `${String(line)}:${String(column)}`, reason: why }));
    }),
  ];
  return {
    path: file.source.path,
    kind: file.kind ?? null,
    documents: withEmbedded([file]).flatMap(({ documents }) => documents).length,
    notes: [...notes, ...more],
  };
}

/** The rule `yaml-syntax` finds those of YAML. */
function problemsWithoutRule({ kind, problems }: ParsedFile): ParsedFile['problems'] {
  return kind === 'kubernetes-yaml' ? [] : problems;
}

type Place = (path: string, range: Range) => ReportPlace;

function findingOf(finding: Finding, place: Place, text: (message: Message) => string): ReportFinding {
  const { path, start, end } = place(finding.path, finding.range);
  return {
    path,
    rule: finding.rule,
    severity: finding.severity,
    message: text(finding.message),
    start,
    end,
    fixes: finding.fixes.map((fix) => fixOf(fix, place, text)),
    docs: rulePage(finding.rule),
    step: finding.step ?? null,
    related: finding.related.map((related) => ({
      ...place(related.path, related.range),
      message: text(related.message),
    })),
  };
}

function fixOf(fix: Fix, place: Place, text: (message: Message) => string): ReportFix {
  const editOf = (edit: TextEdit): ReportEdit => ({ ...place(edit.path, edit.range), newText: edit.newText });
  return { title: text(fix.title), safe: fix.safe, edits: fix.edits.map(editOf) };
}

function positionOf(source: SourceText, offset: number): ReportPosition {
  const { line, column } = source.positionAt(offset);
  return { line: line + 1, column: column + 1 - (line === 0 ? Math.min(source.contentStart, column) : 0) };
}
