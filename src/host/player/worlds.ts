import { buildCluster } from '../../core/cluster/buildCluster';
import type { Play } from '../../core/flow/play';
import { playScenario } from '../../core/flow/playScenario';
import { scenarioById } from '../../core/flow/scenarios/index';
import { changesBetween } from '../../core/flow/worlds/releaseChanges';
import type { Kubernetes } from '../../core/kubernetes/kubernetes';
import { parseRelease, type Release } from '../../core/kubernetes/release';
import type { World, Worlds } from '../../core/protocol/messages';
import type { ClusterView } from '../clusterView';
import { playOfFiles } from './plays';

/** A play, and the play of the world it was forked from. */
export interface PlayedWorlds {
  readonly play: Play;
  /** Undefined while what is played is no fork. */
  readonly original: Play | undefined;
}

/** Returns the play of a built-in scenario in a world; undefined when there is no such scenario. */
export function builtInWorlds(id: string, world: World | undefined, kubernetes: Kubernetes): PlayedWorlds | undefined {
  const scenario = scenarioById(id);
  if (!scenario) return undefined;
  return playWorlds(world, kubernetes, (release) =>
    playScenario(release ? { ...scenario, release } : scenario, kubernetes),
  );
}

/** Returns the play of a folder's files in a world. */
export function worldsOfFiles(view: ClusterView, world: World | undefined, kubernetes: Kubernetes): PlayedWorlds {
  const parsed = view.files.map((file) => file.parsed);
  return playWorlds(world, kubernetes, (release) =>
    playOfFiles(view, release && buildCluster(parsed, { target: release, kubernetes })),
  );
}

/** Returns what the page needs to offer other worlds, and to show two beside each other. */
export function worldsForPage({ play, original }: PlayedWorlds, { releases }: Kubernetes): Worlds {
  const own = parseRelease((original ?? play).release) ?? releases.newest;
  const played = parseRelease(play.release) ?? own;
  return { releases: releases.all, ownRelease: own, changes: changesBetween(own, played), original };
}

/** A release that nobody knows, or that is the files' own, is no other world. */
function playWorlds(
  world: World | undefined,
  { releases }: Kubernetes,
  playAt: (release: Release | undefined) => Play,
): PlayedWorlds {
  const original = playAt(undefined);
  const release = world && parseRelease(world.release);
  if (!release || !releases.isKnown(release) || release === original.release)
    return { play: original, original: undefined };
  return { play: playAt(release), original };
}
