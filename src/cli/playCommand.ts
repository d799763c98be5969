import { buildCluster } from '../core/cluster/buildCluster';
import type { Cluster } from '../core/cluster/cluster';
import type { ParsedFile } from '../core/documents/document';
import { readFile } from '../core/documents/readFile';
import { flowCatalogue } from '../core/flow/catalogue';
import { lessonOf, type Lesson } from '../core/flow/lesson';
import type { Scenario } from '../core/flow/scenario';
import { playOf } from '../core/flow/playOf';
import { simulate } from '../core/flow/simulate';
import type { Timeline } from '../core/flow/timeline';
import type { Catalogue } from '../core/messages/message';
import { SourceText } from '../core/text/sourceText';
import type { PlayArguments } from './arguments';
import { kubernetes } from './engine';
import { formatPlay } from './formatPlay';
import { gather, type Gathered } from './gather';
import type { ExitCode, Io } from './io';
import { playReportOf } from './playReport';
import { runOf, scenarioOf } from './playRun';
import { reportUnreadable } from './problems';
import { readFiles } from './readFiles';
import { redactedValue } from './redact';
import { UsageError } from './usageError';

/**
 * Plays the cluster that the files describe, or the files of a built-in scenario. Exits with 1 unless its node ends up Ready
 * and renewing.
 */
export async function playCommand(call: PlayArguments, io: Io): Promise<ExitCode> {
  const scenario = scenarioOf(call);
  const { files, unreadable } = scenario && call.paths.length === 0 ? ownFiles(scenario) : await filesOf(call, io);
  if (unreadable && files.length === 0) return 2;
  const target = call.paths.length === 0 && call.target === 'auto' ? (scenario?.release ?? call.target) : call.target;
  const cluster = buildCluster(files, { target, kubernetes: kubernetes() });
  if (cluster.kubelets.length === 0) throw new UsageError('cli.usage.noKubelet');
  const texts = io.reader.textsOf(flowCatalogue);
  const timeline = simulate(cluster, runOf(call, scenario, cluster.target.release, texts));
  const lesson = scenario && call.paths.length === 0 ? lessonOf(scenario) : undefined;
  io.out(await format({ timeline, lesson }, cluster, call.format, texts, io));
  if (unreadable) return 2;
  return timeline.outcome.id === 'ready-and-renewing' ? 0 : 1;
}

interface FilesToPlay {
  readonly files: readonly ParsedFile[];
  /** Whether some could not be read. */
  readonly unreadable: boolean;
}

async function filesOf(call: PlayArguments, io: Io): Promise<FilesToPlay> {
  const gathered = await gather(call.paths, call.stdinFilename, io);
  reportUnreadable(gathered.unreadable, io);
  return { files: readFiles(onlyCluster(gathered), call.kind), unreadable: gathered.unreadable.length > 0 };
}

function ownFiles({ files }: Scenario): FilesToPlay {
  return { files: files.map(({ path, text }) => readFile(new SourceText(path, text))), unreadable: false };
}

function onlyCluster({ clusters }: Gathered): Gathered['clusters'][number]['files'] {
  if (clusters.length > 1) throw new UsageError('cli.usage.oneCluster');
  return clusters[0]?.files ?? [];
}

async function format(
  { timeline, lesson }: { readonly timeline: Timeline; readonly lesson: Lesson | undefined },
  { files }: Cluster,
  name: PlayArguments['format'],
  texts: Catalogue,
  io: Io,
): Promise<string> {
  if (name === 'pem') return (await import('./formatPem')).formatPem(timeline, io.reader);
  if (name === 'json') return `${JSON.stringify(playReportOf(timeline, files), redactedValue, 2)}\n`;
  const play = playOf(timeline, { id: 'play.workspace', params: {} }, texts);
  if (name === 'mermaid') return `${play.diagram.trimEnd()}\n`;
  return formatPlay(play, {
    files,
    texts,
    reader: io.reader,
    timeline,
    lesson,
    now: io.now(),
    colour: io.colour,
  });
}
