import { buildCluster } from '../core/cluster/buildCluster';
import type { Cluster } from '../core/cluster/cluster';
import { flowCatalogue } from '../core/flow/catalogue';
import { playOf } from '../core/flow/playOf';
import { simulate } from '../core/flow/simulate';
import type { Timeline } from '../core/flow/timeline';
import type { PlayArguments } from './arguments';
import { kubernetes } from './engine';
import { formatPlay } from './formatPlay';
import { gather, type Gathered } from './gather';
import type { ExitCode, Io } from './io';
import { playReportOf } from './playReport';
import { reportUnreadable } from './problems';
import { readFiles } from './readFiles';
import { redactedValue } from './redact';
import { UsageError } from './usageError';

/** Plays the cluster that the files describe. Exits with 1 unless its node ends up Ready and renewing. */
export async function playCommand(call: PlayArguments, io: Io): Promise<ExitCode> {
  const gathered = await gather(call.paths, call.stdinFilename, io);
  reportUnreadable(gathered.unreadable, io);
  const files = readFiles(onlyCluster(gathered), call.kind);
  if (gathered.unreadable.length > 0 && files.length === 0) return 2;
  const cluster = buildCluster(files, { target: call.target, kubernetes: kubernetes() });
  if (cluster.kubelets.length === 0)
    throw new UsageError('there is no kubelet in these files, so there is nothing to play');
  const timeline = simulate(cluster, { id: 'workspace' });
  io.out(format(timeline, cluster, call.format, io));
  if (gathered.unreadable.length > 0) return 2;
  return timeline.outcome.id === 'ready-and-renewing' ? 0 : 1;
}

function onlyCluster({ clusters }: Gathered): Gathered['clusters'][number]['files'] {
  if (clusters.length > 1) throw new UsageError('play takes one cluster: one folder, or files that belong together');
  return clusters[0]?.files ?? [];
}

function format(timeline: Timeline, { files }: Cluster, name: PlayArguments['format'], io: Io): string {
  if (name === 'json') return `${JSON.stringify(playReportOf(timeline, files), redactedValue, 2)}\n`;
  const play = playOf(timeline, { id: 'play.workspace', params: {} });
  if (name === 'mermaid') return `${play.diagram.trimEnd()}\n`;
  return formatPlay(play, {
    files,
    texts: flowCatalogue,
    timelineOutcome: timeline.outcome,
    now: io.now(),
    colour: io.colour,
  });
}
