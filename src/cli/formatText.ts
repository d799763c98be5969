import type { Severity } from '../core/lint/finding';
import type { SourceText } from '../core/text/sourceText';
import { painter, severityStyle, type Paint } from './colour';
import { excerptOf } from './excerpt';
import { printable } from './printable';
import { count, type Report, type ReportFinding } from './report';

type Sources = ReadonlyMap<string, SourceText>;

/** Returns findings for a person: place, sentence, source line with carets, fixes. `sources` are texts by path. */
export function formatFindings({ findings }: Report, sources: Sources, colour: boolean): string {
  const paint = painter(colour);
  return findings.map((finding) => textOf(finding, sources, paint)).join('');
}

/** Returns what stands below all findings: notes on files, and one line that sums up. */
export function formatSummary(report: Report, colour: boolean): string {
  const paint = painter(colour);
  const notes = report.files.flatMap(({ path, kind, notes }) =>
    (kind === null && notes.length === 0 ? ['not of a kind this program reads'] : notes).map(
      (note) => `${paint('dim', printable(`${path}: ${note}`))}\n`,
    ),
  );
  return [...notes, notes.length > 0 ? '\n' : '', summaryOf(report, paint)].join('');
}

function textOf(finding: ReportFinding, sources: Sources, paint: Paint): string {
  const { path, start, severity, rule, message } = finding;
  const place = `${printable(path)}:${String(start.line)}:${String(start.column)}`;
  const lines = [
    `${paint('bold', place)} ${paint(severityStyle[severity], severity)} ${printable(message)} ${paint('dim', `[${rule}]`)}`,
    ...excerptLines(finding, sources, paint),
    ...finding.fixes.map(
      (fix) => `  ${paint('green', fix.safe ? 'fix:' : 'fix (review it):')} ${printable(fix.title)}`,
    ),
    ...finding.related.map(
      (related) => `  ${printable(related.path)}:${String(related.start.line)}: ${printable(related.message)}`,
    ),
  ];
  return `${lines.join('\n')}\n\n`;
}

function excerptLines(finding: ReportFinding, sources: Sources, paint: Paint): readonly string[] {
  const source = sources.get(finding.path);
  if (source === undefined) return [];
  const { line, carets } = excerptOf(source, finding);
  const number = String(finding.start.line);
  const gutter = (text: string): string => paint('dim', `${text.padStart(number.length + 2)} |`);
  return [`${gutter(number)} ${line}`, `${gutter('')} ${paint(severityStyle[finding.severity], carets)}`];
}

function summaryOf({ findings, files, target, targetSource }: Report, paint: Paint): string {
  const read = files.filter(({ kind }) => kind !== null).length;
  const chosen = { default: 'assumed: the newest known', option: 'as asked', evidence: 'as the files say' }[
    targetSource
  ];
  const where = `in ${count(read, 'file')}, for Kubernetes ${target} (${chosen})`;
  if (read === 0) return 'No file of a kind this program reads.\n';
  if (findings.length === 0) return `${paint('green', 'Nothing to report')} ${where}.\n`;
  const parts = (['error', 'warning', 'info', 'hint'] as const).flatMap((severity) => amountOf(severity, findings));
  const safe = findings.filter(({ fixes }) => fixes.some((fix) => fix.safe)).length;
  const hint = safe > 0 ? `; the fix command repairs ${String(safe)} of them` : '';
  return `${parts.join(', ')} ${where}${hint}.\n`;
}

function amountOf(severity: Severity, findings: readonly ReportFinding[]): readonly string[] {
  const number = findings.filter((finding) => finding.severity === severity).length;
  if (number === 0) return [];
  return [severity === 'info' ? `${String(number)} info` : count(number, severity)];
}
