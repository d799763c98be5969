import type { SourceText } from '../core/text/sourceText';
import { painter, severityStyle, type Paint } from './colour';
import { excerptOf } from './excerpt';
import { printable } from './printable';
import type { Io } from './io';
import { counted, type Reader } from './reader';
import type { Report, ReportFinding } from './report';

type Terminal = Pick<Io, 'colour' | 'reader'>;
type Sources = ReadonlyMap<string, SourceText>;

/** Returns findings for a person: place, sentence, source line with carets, fixes. `sources` are texts by path. */
export function formatFindings({ findings }: Report, sources: Sources, { colour, reader }: Terminal): string {
  const paint = painter(colour);
  return findings.map((finding) => textOf(finding, sources, reader, paint)).join('');
}

/** Returns what stands below all findings: notes on files, what contradicts itself, and one line that sums up. */
export function formatSummary(report: Report, { colour, reader }: Terminal): string {
  const paint = painter(colour);
  const notes = report.files.flatMap(({ path, kind, notes }) =>
    (kind === null && notes.length === 0 ? [reader.say('cli.note.otherKind')] : notes).map(
      (note) => `${paint('dim', printable(`${path}: ${note}`))}\n`,
    ),
  );
  const contradictions = report.contradictions.map(({ message }) => `${paint('yellow', printable(message))}\n`);
  const lines = [...notes, ...contradictions];
  return [...lines, lines.length > 0 ? '\n' : '', summaryOf(report, reader, paint)].join('');
}

function textOf(finding: ReportFinding, sources: Sources, { say }: Reader, paint: Paint): string {
  const { path, start, severity, rule, message } = finding;
  const place = `${printable(path)}:${String(start.line)}:${String(start.column)}`;
  const lines = [
    `${paint('bold', place)} ${paint(severityStyle[severity], say(`cli.severity.${severity}`))} ${printable(message)} ${paint('dim', `[${rule}]`)}`,
    ...excerptLines(finding, sources, paint),
    ...finding.fixes.map(
      (fix) => `  ${paint('green', say(fix.safe ? 'cli.fix' : 'cli.fix.review'))}${printable(fix.title)}`,
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

function summaryOf({ findings, files, target, targetSource }: Report, reader: Reader, paint: Paint): string {
  const { say } = reader;
  const read = files.filter(({ kind }) => kind !== null).length;
  if (read === 0) return `${say('cli.sum.none')}\n`;
  const amounts = (['error', 'warning', 'info', 'hint'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [counted(reader, severity, count)];
  });
  const safe = findings.filter(({ fixes }) => fixes.some((fix) => fix.safe)).length;
  const sum = say(safe > 0 ? 'cli.sum.fixable' : 'cli.sum', {
    found: amounts.length === 0 ? paint('green', say('cli.sum.clean')) : amounts.join(say('cli.sum.and')),
    files: counted(reader, 'file', read),
    release: target,
    source: say(`cli.source.${targetSource}`),
    safe: String(safe),
  });
  return `${sum}\n`;
}
