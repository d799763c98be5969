import type { PlayerState, StateChanged } from '../src/core/protocol/messages';
import { readPlayerState } from '../src/core/protocol/playerState';
import { listOf, mapOf, text } from '../src/core/protocol/shape';
import type { Host } from './host';

/** What only the page cares for. */
export interface OwnState {
  /** Whether the inspector shows only what the current step changes. */
  readonly onlyChanges: boolean;
  /** The entries of the inspector that are open. */
  readonly openHeld: readonly string[];
  /** Whether questions are asked before decisive steps. */
  readonly asks: boolean;
  /** The alternatives tried, by scenario and question. They stay with the reader. */
  readonly answers: Answers;
}

/** What the page keeps: the player's state, and its own. */
export interface PageState extends OwnState {
  readonly player: PlayerState;
}

/** What the host is told of the reader's way beside the state. */
export type Progress = Pick<StateChanged, 'finished' | 'moves'>;

/** The page's own state before the reader has changed anything. */
export const freshState: OwnState = { onlyChanges: false, openHeld: [], asks: true, answers: {} };

export type Answers = Readonly<Record<string, readonly string[]>>;

/** Returns what the page kept before it was hidden or reloaded; undefined when nothing usable. */
export function keptState(host: Host): PageState | undefined {
  const kept = host.kept();
  const player = readPlayerState(kept);
  if (!player) return undefined;
  const { onlyChanges, openHeld, asks, answers } = kept as Readonly<Record<string, unknown>>;
  return {
    player,
    onlyChanges: onlyChanges === true,
    openHeld: listOf(text)(openHeld) ? (openHeld as readonly string[]) : [],
    asks: asks !== false,
    answers: isAnswers(answers) ? answers : {},
  };
}

/** Keeps the state in the page and tells the host of it. Playing is not kept: a page comes back paused. */
export function keepState(host: Host, { player, ...own }: PageState, progress: Progress): void {
  host.keep({ ...player, ...own });
  host.post({ type: 'state-changed', state: player, ...progress });
}

function isAnswers(value: unknown): value is Answers {
  return mapOf(listOf(text))(value);
}
