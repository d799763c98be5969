import type { Phrase } from '../messages/message';
import { playActors, type PlayActor, type PlayStep } from './play';

/** So many kubelets stand on the stage side by side; of more, the last lane is that of all others. */
const MOST_KUBELETS = 4;

/** A column of the stage: an actor, or where several machines are played the kubelets of one or more of them. */
export interface Lane {
  readonly actor: PlayActor;
  /** The machines whose kubelet it is, by index; undefined for an actor that is there once. */
  readonly machines: readonly number[] | undefined;
  /** Names as they are, words as a message. */
  readonly title: string | Phrase;
}

/** Returns the lanes of a stage from left to right: always in the same order. */
export function lanesOf(machines: readonly string[]): readonly Lane[] {
  return playActors.flatMap((actor): readonly Lane[] =>
    actor === 'kubelet' && machines.length > 1
      ? kubeletLanes(machines)
      : [{ actor, machines: undefined, title: actorTitle(actor, undefined, machines) }],
  );
}

function kubeletLanes(machines: readonly string[]): readonly Lane[] {
  const actor = 'kubelet';
  const shown = machines.length > MOST_KUBELETS ? machines.slice(0, MOST_KUBELETS - 1) : machines;
  const others = machines.map((_, index) => index).slice(shown.length);
  const lanes = shown.map((_, index): Lane => ({
    actor,
    machines: [index],
    title: actorTitle(actor, index, machines),
  }));
  if (others.length === 0) return lanes;
  const title = { id: 'flow.lane.others', params: { count: String(others.length) } };
  return [...lanes, { actor, machines: others, title }];
}

/** Returns the index of the lane where an actor of a step stands; -1 when there is none. */
export function laneOf(lanes: readonly Lane[], actor: PlayActor, { machine }: Pick<PlayStep, 'machine'>): number {
  return lanes.findIndex((lane) => lane.actor === actor && (lane.machines?.includes(machine ?? 0) ?? true));
}

/** An actor that holds things; a kubelet and its files are those of one machine, where several are played. */
export interface Owner {
  readonly actor: PlayActor;
  readonly machine: number | undefined;
}

/** Returns all who hold things, in the order in which they are shown. */
export function ownersOf(machines: readonly string[]): readonly Owner[] {
  return playActors.flatMap((actor): readonly Owner[] =>
    isOfMachine(actor) && machines.length > 1
      ? machines.map((_, machine) => ({ actor, machine }))
      : [{ actor, machine: undefined }],
  );
}

/** Returns what an actor is called in words: with its machine, where several are played. */
export function actorTitle(
  actor: PlayActor,
  machine: number | undefined,
  machines: readonly string[],
): string | Phrase {
  const name = machine === undefined ? undefined : machines[machine];
  if (actor === 'files')
    return name === undefined ? { id: 'flow.actor.files', params: {} } : { id: 'flow.actor.filesOf', params: { name } };
  return isOfMachine(actor) && name !== undefined ? `${actor} ${name}` : actor;
}

function isOfMachine(actor: PlayActor): boolean {
  return actor === 'kubelet' || actor === 'files';
}
