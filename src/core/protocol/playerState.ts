import type { PlayerState, World } from './messages';
import { index, isRecord, listOf, object, optional, text } from './shape';

/** The panels that are open when a reader sees the player for the first time. */
const FIRST_OPEN_PANELS = ['holds', 'life-line'];

const SLOWEST = 0.25;
const FASTEST = 8;

/** Returns the state of a player that has just been opened: first step, normal speed. */
export function initialPlayerState(scenario: string, folder: string | undefined): PlayerState {
  return { version: 1, scenario, folder, step: 0, speed: 1, openPanels: FIRST_OPEN_PANELS };
}

/**
 * Returns the state that a page, a serializer or a link brought along.
 * Undefined when it is none, or one of a schema version that this release does not know.
 */
export function readPlayerState(value: unknown): PlayerState | undefined {
  if (!isRecord(value) || value.version !== 1) return undefined;
  const { scenario, folder, step, speed, openPanels, world } = value;
  if (typeof scenario !== 'string' || scenario === '') return undefined;
  if (folder !== undefined && typeof folder !== 'string') return undefined;
  if (!index(step) || !isSpeed(speed) || !listOf(text)(openPanels)) return undefined;
  if (world !== undefined && !isWorld(world)) return undefined;
  const panels = [...(openPanels as string[])];
  const kept = { version: 1, scenario, folder, step: step as number, speed, openPanels: panels } as const;
  return world === undefined ? kept : { ...kept, world: worldOf(world) };
}

function isSpeed(value: unknown): value is number {
  return typeof value === 'number' && value >= SLOWEST && value <= FASTEST;
}

function isWorld(value: unknown): value is World {
  return object({ release: optional(text), whatIfs: listOf(text), fork: index })(value);
}

function worldOf({ release, whatIfs, fork }: World): World {
  return { ...(release !== undefined && { release }), whatIfs: [...whatIfs], fork };
}
