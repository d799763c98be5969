import type { Target } from '../core/cluster/cluster';
import type { ParsedFile } from '../core/documents/document';
import { lint } from '../core/lint/lint';
import type { LintResult, RuleFault } from '../core/lint/lintTypes';
import type { Catalogue } from '../core/messages/message';
import type { SourceText } from '../core/text/sourceText';
import type { FixArguments, LintArguments } from './arguments';
import { kubernetes } from './engine';
import type { GatheredCluster } from './gather';
import { readFiles } from './readFiles';
import { fileOf, findingsOf, type Report, type ReportFile } from './report';

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
  texts: Catalogue,
): AsyncGenerator<LintRun> {
  let target: Target | undefined;
  for await (const cluster of clusters) {
    const files = readFiles(cluster.files, choices.kind);
    const result = lintFiles(files, choices);
    target ??= result.cluster.target;
    yield {
      report: {
        target: target.release,
        targetSource: target.source,
        files: filesOf(cluster, files, judgedFor(result, target.release)),
        findings: findingsOf(result, texts),
      },
      sources: new Map(cluster.files.map(({ source }) => [source.path, source])),
      faults: result.faults,
    };
  }
}

/** A cluster that names its own release is not judged for the report's. */
function judgedFor({ cluster: { target } }: LintResult, release: string): readonly string[] {
  return target.release === release ? [] : [`judged for Kubernetes ${target.release}`];
}

/** Files that the caller named, and of the others those of a kind that is read. */
function filesOf(
  cluster: GatheredCluster,
  files: readonly ParsedFile[],
  judged: readonly string[],
): readonly ReportFile[] {
  return files.flatMap((file, index) => {
    const gathered = cluster.files[index];
    const skipped = gathered?.skipped === undefined ? [] : [`skipped: ${gathered.skipped}`];
    const wanted = file.kind !== undefined || gathered?.named === true;
    return wanted ? [fileOf(file, [...skipped, ...(file.kind === undefined ? [] : judged)])] : [];
  });
}
