import type { PlayStep } from '../../src/core/flow/play';
import type { TransportAction } from '../../src/core/protocol/messages';

/** Where the play stands. Everything on the page follows from this and the play. */
export interface Playback {
  /** 0-based index of the current step. */
  readonly step: number;
  readonly speed: number;
  readonly playing: boolean;
  /** True after playing stopped because the next step fails, or is asked about. */
  readonly heldBack: boolean;
  /** Goes up when the current step is to be seen happening; stays when it is only shown. */
  readonly performances: number;
}

export type PlaybackAction =
  | { readonly type: TransportAction | 'tick' | 'pause' }
  | { readonly type: 'go'; readonly step: number }
  | { readonly type: 'speed'; readonly speed: number };

/** A step as playing sees it: `asked` when a question about it waits for an answer. */
export type Stop = Pick<PlayStep, 'result'> & { readonly asked?: boolean };

type Results = readonly Stop[];

/** Returns a paused playback at a step, moved into the play when it lies outside. */
export function startPlayback(step: number, speed: number, steps: Results): Playback {
  return { step: inside(step, steps), speed, playing: false, heldBack: false, performances: 0 };
}

/** Returns the playback after an action; the same object when the action changes nothing. */
export function nextPlayback(playback: Playback, action: PlaybackAction, steps: Results): Playback {
  switch (action.type) {
    case 'first':
      return shown(playback, 0, steps);
    case 'last':
      return shown(playback, steps.length - 1, steps);
    case 'back':
      return shown(playback, playback.step - 1, steps);
    case 'go':
      return shown(playback, action.step, steps);
    case 'step':
      return isLast(playback, steps) ? paused(playback) : performed(paused(playback), playback.step + 1);
    case 'replay':
      return performed(paused(playback), playback.step);
    case 'play':
      return playback.playing ? paused(playback) : started(playback, steps);
    case 'tick':
      return playback.playing ? ticked(playback, steps) : playback;
    case 'pause':
      return paused(playback);
    case 'speed':
      return { ...playback, speed: action.speed };
  }
}

function started(playback: Playback, steps: Results): Playback {
  if (steps.length === 0) return playback;
  if (isLast(playback, steps)) return { ...performed(playback, 0), playing: steps.length > 1 };
  if (playback.heldBack) return advanced(playback, steps);
  return { ...playback, playing: true };
}

function ticked(playback: Playback, steps: Results): Playback {
  if (isLast(playback, steps)) return paused(playback);
  const next = steps[playback.step + 1];
  if (next?.result === 'fails' || next?.asked === true) return { ...playback, playing: false, heldBack: true };
  return advanced(playback, steps);
}

function advanced(playback: Playback, steps: Results): Playback {
  const step = playback.step + 1;
  return { ...performed(playback, step), playing: step < steps.length - 1 };
}

function performed(playback: Playback, step: number): Playback {
  return { ...playback, step, heldBack: false, performances: playback.performances + 1 };
}

function shown(playback: Playback, step: number, steps: Results): Playback {
  return { ...playback, step: inside(step, steps), playing: false, heldBack: false };
}

function paused(playback: Playback): Playback {
  return playback.playing ? { ...playback, playing: false } : playback;
}

function isLast(playback: Playback, steps: Results): boolean {
  return playback.step >= steps.length - 1;
}

function inside(step: number, steps: Results): number {
  return Math.max(0, Math.min(step, steps.length - 1));
}
