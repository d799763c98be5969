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

/** Lints each cluster by itself and joins the results; the report's release is that of the first cluster. */
export function lintClusters(clusters: readonly GatheredCluster[], choices: LintChoices, texts: Catalogue): LintRun {
  const results = clusters.map((cluster) => {
    const files = readFiles(cluster.files, choices.kind);
    return { cluster, files, result: lintFiles(files, choices) };
  });
  const target = (results[0]?.result ?? lintFiles([], choices)).cluster.target;
  return {
    report: {
      target: target.release,
      targetSource: target.source,
      files: results.flatMap(({ cluster, files, result }) =>
        filesOf(cluster, files, judgedFor(result, target.release)),
      ),
      findings: results.flatMap(({ result }) => findingsOf(result, texts)),
    },
    sources: new Map(clusters.flatMap(({ files }) => files.map(({ source }) => [source.path, source] as const))),
    faults: results.flatMap(({ result }) => result.faults),
  };
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
