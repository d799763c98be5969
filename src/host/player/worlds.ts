import type { Cluster } from '../../core/cluster/cluster';
import { buildCluster } from '../../core/cluster/buildCluster';
import type { Play } from '../../core/flow/play';
import { playOf } from '../../core/flow/playOf';
import { scenarioCluster } from '../../core/flow/scenarioCluster';
import { scenarioById } from '../../core/flow/scenarios/index';
import { simulate } from '../../core/flow/simulate';
import type { ScenarioRun } from '../../core/flow/scenarioRun';
import { offeredWhatIfs, type OfferedWhatIf } from '../../core/flow/whatIf/offeredWhatIfs';
import { readWhatIf } from '../../core/flow/whatIf/readWhatIf';
import type { WhatIf } from '../../core/flow/whatIf/whatIf';
import { withWhatIfs } from '../../core/flow/whatIf/withWhatIfs';
import { changesBetween } from '../../core/flow/worlds/releaseChanges';
import type { Kubernetes } from '../../core/kubernetes/kubernetes';
import { parseRelease, type Release } from '../../core/kubernetes/release';
import type { World, Worlds } from '../../core/protocol/messages';
import type { ClusterView } from '../clusterView';
import type { FilePlays } from '../filePlays';
import { playerCatalogue } from '../texts';
import { playOfFiles } from './plays';

/** A play, and the play of the world it was forked from. */
export interface PlayedWorlds {
  readonly play: Play;
  /** Undefined while what is played is no fork. */
  readonly original: Play | undefined;
  readonly offered: readonly OfferedWhatIf[];
}

/** Returns the play of a built-in scenario in a world; undefined when there is no such scenario. */
export function builtInWorlds(id: string, world: World | undefined, kubernetes: Kubernetes): PlayedWorlds | undefined {
  const scenario = scenarioById(id);
  if (!scenario) return undefined;
  return playWorlds(world, kubernetes, {
    cluster: (release) => scenarioCluster(release ? { ...scenario, release } : scenario, kubernetes),
    play: (cluster, chosen) => {
      const run: ScenarioRun = { id, ...scenario.run };
      return playOf(simulate(cluster, withWhatIfs(run, chosen)), scenario.title, playerCatalogue());
    },
  });
}

/** Returns the play of a folder's files in a world. */
export function worldsOfFiles(
  view: ClusterView,
  world: World | undefined,
  kubernetes: Kubernetes,
  plays: FilePlays,
): PlayedWorlds {
  const asIs = (cluster: Cluster, chosen: readonly WhatIf[]) =>
    cluster === view.result.cluster && chosen.length === 0 ? plays.of(view)?.play : undefined;
  const parsed = view.files.map((file) => file.parsed);
  return playWorlds(world, kubernetes, {
    cluster: (release) => (release ? buildCluster(parsed, { target: release, kubernetes }) : view.result.cluster),
    play: (cluster, chosen) => asIs(cluster, chosen) ?? playOfFiles(view, cluster, chosen),
  });
}

/** Returns what the page needs to offer other worlds, and to show two beside each other. */
export function worldsForPage(
  { play, original, offered }: PlayedWorlds,
  world: World | undefined,
  { releases }: Kubernetes,
): Worlds {
  const own = parseRelease((original ?? play).release) ?? releases.newest;
  const played = parseRelease(play.release) ?? own;
  const whatIfs = offered.map((one) => ({ ...one, chosen: world?.whatIfs.includes(one.id) ?? false }));
  return { releases: releases.all, ownRelease: own, changes: changesBetween(own, played), original, whatIfs };
}

/** The files of a cluster as they are read for a release, and how they are played. */
interface Playable {
  readonly cluster: (release: Release | undefined) => Cluster;
  readonly play: (cluster: Cluster, chosen: readonly WhatIf[]) => Play;
}

/** A release that nobody knows, or that is the files' own, and settings that do not count there, make no other world. */
function playWorlds(
  world: World | undefined,
  { releases }: Kubernetes,
  { cluster: clusterAt, play }: Playable,
): PlayedWorlds {
  const own = clusterAt(undefined);
  const wanted = world?.release === undefined ? undefined : parseRelease(world.release);
  const release = wanted && releases.isKnown(wanted) && wanted !== own.target.release ? wanted : undefined;
  const before = release ? clusterAt(release) : own;
  const chosen = (world?.whatIfs ?? []).flatMap((text) => {
    const whatIf = readWhatIf(text, before.target.release);
    return 'problem' in whatIf ? [] : [whatIf];
  });
  const original = before === own && chosen.length === 0 ? undefined : play(own, []);
  return { play: play(before, chosen), original, offered: offeredWhatIfs(before) };
}
