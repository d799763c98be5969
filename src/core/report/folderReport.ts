import type { ParsedFile } from '../documents/document';
import type { Play } from '../flow/play';
import type { Finding, Fix } from '../lint/finding';
import type { LintResult } from '../lint/lintTypes';
import { covered } from '../messages/covered';
import { markdownLine } from '../messages/markdownText';
import { renderMessage, type Catalogue } from '../messages/message';
import type { Overview } from '../overview/overview';
import { clusterPart } from './clusterPart';
import { ReportWords } from './reportWords';

/** What a report is about. */
export interface ReportedFolder {
  /** The name of the folder, for the title. */
  readonly name: string;
  readonly result: LintResult;
  readonly overview: Overview;
  /** Undefined when the files configure no kubelet. */
  readonly play: Play | undefined;
}

/**
 * Returns what is known about a folder as a Markdown document, ready to be pasted into a review: the release, how a play of
 * the files ends, every finding with its fixes, the settings in force with their places, and the files. Whatever files hold is shown as text; findings and plays
 * show no secrets.
 */
export function folderReport({ name, result, overview, play }: ReportedFolder, texts: Catalogue): string {
  const words = new ReportWords(result.cluster, texts);
  const { findings, cluster } = result;
  const blocks = [
    `# ${words.own('report.title', { folder: name })}`,
    words.target(),
    `## ${words.own('report.outcome')}`,
    play ? words.line(play.outcome.sentence) : words.own('report.noKubelet'),
    ...(play && play.assumptions.length > 0 ? [list(play.assumptions.map((one) => words.line(one)))] : []),
    `## ${words.own('report.findings')}`,
    findings.length === 0
      ? words.own('report.findings.none')
      : findings.map((finding) => findingItem(finding, words)).join('\n'),
    ...clusterPart(overview, words),
    `## ${words.own('report.files')}`,
    list(cluster.files.filter(({ source }) => source.outer === undefined).map((file) => fileText(file, words))),
  ];
  return covered(`${blocks.join('\n\n')}\n`);
}

function findingItem({ path, range, severity, rule, message, fixes, related }: Finding, words: ReportWords): string {
  const { texts } = words;
  const heading = `**${words.own(`report.severity.${severity}`)}** ${markdownLine(words.place({ path, range }))}`;
  const details = [
    ...fixes.map((fix) => fixText(fix, words)),
    ...related.map((other) => {
      const place = words.place(other);
      return words.own('report.related', { place, message: renderMessage(other.message, texts) });
    }),
  ];
  const lines = [
    `- ${heading} ${markdownLine(renderMessage(message, texts))} (\`${rule}\`)`,
    ...details.map((detail) => `  - ${detail}`),
  ];
  return lines.join('\n');
}

function fixText({ title, safe }: Fix, words: ReportWords): string {
  return words.own(safe ? 'report.fix' : 'report.fix.review', { title: renderMessage(title, words.texts) });
}

function fileText({ source, kind, notes }: ParsedFile, words: ReportWords): string {
  const count = notes.reduce((sum, note) => sum + note.count, 0);
  const params = { path: source.path, kind: kind ?? '' };
  return count === 0
    ? words.own('report.files.file', params)
    : words.own('report.files.templated', { ...params, count: String(count) });
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
