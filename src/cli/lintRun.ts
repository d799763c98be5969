import type { Target } from '../core/cluster/cluster';
import type { ParsedFile } from '../core/documents/document';
import { messageCatalogue } from '../core/lint/catalogue';
import { lint } from '../core/lint/lint';
import type { LintResult, RuleFault } from '../core/lint/lintTypes';
import { rules } from '../core/lint/rules/index';
import { overviewTexts } from '../core/overview/texts';
import type { SourceText } from '../core/text/sourceText';
import type { FixArguments, LintArguments } from './arguments';
import { kubernetes } from './engine';
import type { GatheredCluster } from './gather';
import type { Reader } from './reader';
import { readFiles } from './readFiles';
import { fileOf, findingsOf, reportContradictions, type Report, type ReportFile } from './report';

/** What is said of one cluster. Its release is that of the first cluster of the call. */
export interface LintRun {
  readonly report: Report;
  /** Texts by path, for excerpts. */
  readonly sources: ReadonlyMap<string, SourceText>;
  readonly faults: readonly RuleFault[];
}

interface LintChoices extends Pick<LintArguments | FixArguments, 'kind' | 'severities' | 'target'> {
  /** Milliseconds of Unix time. */
  readonly now: number;
}

/** Returns what the rules say of the files of one cluster. */
export function lintFiles(files: readonly ParsedFile[], { target, severities, now }: LintChoices): LintResult {
  return lint(files, { kubernetes: kubernetes(), target, severities, now });
}

/** Lints each cluster by itself, when it is asked for: texts of clusters that are done with need not be kept. */
export async function* lintClusters(
  clusters: AsyncIterable<GatheredCluster>,
  choices: LintChoices,
  reader: Reader,
): AsyncGenerator<LintRun> {
  const texts = reader.textsOf(messageCatalogue(rules));
  const overview = reader.textsOf(overviewTexts);
  let target: Target | undefined;
  for await (const cluster of clusters) {
    const files = readFiles(cluster.files, choices.kind);
    const result = lintFiles(files, choices);
    target ??= result.cluster.target;
    yield {
      report: {
        target: target.release,
        targetSource: target.source,
        files: filesOf(cluster, files, judgedFor(result, target.release, reader), reader),
        findings: findingsOf(result, texts),
        contradictions: reportContradictions(result.cluster, overview),
      },
      sources: new Map(cluster.files.map(({ source }) => [source.path, source])),
      faults: result.faults,
    };
  }
}

/** A cluster that names its own release is not judged for the report's. */
function judgedFor({ cluster: { target } }: LintResult, release: string, { say }: Reader): readonly string[] {
  return target.release === release ? [] : [say('cli.note.judgedFor', { release: target.release })];
}

/** Files that the caller named, and of the others those of a kind that is read. */
function filesOf(
  cluster: GatheredCluster,
  files: readonly ParsedFile[],
  judged: readonly string[],
  reader: Reader,
): readonly ReportFile[] {
  return files.flatMap((file, index) => {
    const gathered = cluster.files[index];
    const reason = gathered?.skipped;
    const skipped = reason === undefined ? [] : [reader.say('cli.skipped', { reason: reader.say(reason) })];
    const wanted = file.kind !== undefined || gathered?.named === true;
    return wanted ? [fileOf(file, [...skipped, ...(file.kind === undefined ? [] : judged)], reader)] : [];
  });
}
