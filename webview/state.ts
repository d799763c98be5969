import type { PlayerState } from '../src/core/protocol/messages';
import { readPlayerState } from '../src/core/protocol/playerState';
import type { Host } from './host';

/** What the page keeps: the player's state, and what only the page cares for. */
export interface PageState {
  readonly player: PlayerState;
  /** Whether the inspector shows only what the current step changes. */
  readonly onlyChanges: boolean;
}

/** Returns what the page kept before it was hidden or reloaded; undefined when nothing usable. */
export function keptState(host: Host): PageState | undefined {
  const kept = host.kept();
  const player = readPlayerState(kept);
  return player && { player, onlyChanges: (kept as { onlyChanges?: unknown }).onlyChanges === true };
}

/** Keeps the state in the page and tells the host of it. Playing is not kept: a page comes back paused. */
export function keepState(host: Host, { player, onlyChanges }: PageState, finished: boolean): void {
  host.keep({ ...player, onlyChanges });
  host.post({ type: 'state-changed', state: player, finished });
}
