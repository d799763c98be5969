import type { Cluster } from '../../core/cluster/cluster';
import { buildCluster } from '../../core/cluster/buildCluster';
import type { Play } from '../../core/flow/play';
import { playOf } from '../../core/flow/playOf';
import { scenarioCluster } from '../../core/flow/scenarioCluster';
import { scenarioById } from '../../core/flow/scenarios/index';
import { simulate } from '../../core/flow/simulate';
import type { ScenarioRun } from '../../core/flow/scenarioRun';
import { offeredWhatIfs, toggleOf, type OfferedWhatIf } from '../../core/flow/whatIf/offeredWhatIfs';
import { readWhatIf } from '../../core/flow/whatIf/readWhatIf';
import type { WhatIf } from '../../core/flow/whatIf/whatIf';
import { withWhatIfs } from '../../core/flow/whatIf/withWhatIfs';
import { changesBetween } from '../../core/flow/worlds/releaseChanges';
import type { Kubernetes } from '../../core/kubernetes/kubernetes';
import { parseRelease, type Release } from '../../core/kubernetes/release';
import type { Message } from '../../core/messages/message';
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
  /** As much of the world as is known and counts; undefined when nothing of it does. */
  readonly world: World | undefined;
  /** Why something of the world was left out; undefined when nothing was. */
  readonly problem: Message | undefined;
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
export function worldsForPage({ play, original, offered, world }: PlayedWorlds, { releases }: Kubernetes): Worlds {
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
  const { release, unknown } = otherRelease(world, own.target.release, releases);
  const before = release ? clusterAt(release) : own;
  const { chosen, refused } = whatIfsIn(world, before.target.release);
  const isFork = before !== own || chosen.length > 0;
  return {
    play: play(before, chosen),
    original: isFork ? play(own, []) : undefined,
    offered: withChosen(offeredWhatIfs(before), chosen, before.target.release),
    world: isFork
      ? { ...(release && { release }), whatIfs: chosen.map(textOfWhatIf), fork: world?.fork ?? 0 }
      : undefined,
    problem: unknown ?? refused,
  };
}

/** The release of a world when it is another one than that of the files; why not when nobody knows it. */
function otherRelease(
  { release: text }: Partial<World> = {},
  own: Release,
  releases: Kubernetes['releases'],
): { readonly release?: Release; readonly unknown?: Message } {
  if (text === undefined) return {};
  const release = parseRelease(text);
  if (release && releases.isKnown(release)) return release === own ? {} : { release };
  const { oldest, newest } = releases;
  return { unknown: { id: 'flow.whatIfProblem.release', params: { release: text, oldest, newest } } };
}

/** The what-ifs of a world that mean something in a release, and why the first of the others does not. */
function whatIfsIn(
  world: World | undefined,
  release: Release,
): { readonly chosen: readonly WhatIf[]; readonly refused: Message | undefined } {
  const read = (world?.whatIfs ?? []).map((text) => readWhatIf(text, release));
  const chosen = read.flatMap((one) => ('problem' in one ? [] : [one]));
  const [refused] = read.flatMap((one) => ('problem' in one ? [one.problem] : []));
  return { chosen, refused };
}

/** What a link or a command has chosen is a toggle, too, although its value is not the one that is offered. */
function withChosen(
  offered: readonly OfferedWhatIf[],
  chosen: readonly WhatIf[],
  release: Release,
): readonly OfferedWhatIf[] {
  const others = chosen.filter((one) => offered.every(({ id }) => id !== textOfWhatIf(one)));
  return [...offered, ...others.flatMap((one) => toggleOf(one, release) ?? [])];
}

function textOfWhatIf({ id, value }: WhatIf): string {
  return `${id}=${value}`;
}
