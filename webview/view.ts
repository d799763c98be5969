import type { Lesson } from '../src/core/flow/lesson';
import type { Play, PlayStep } from '../src/core/flow/play';
import type { Copied, PlayFinding, Worlds } from '../src/core/protocol/messages';
import type { Asking } from './player/quiz';
import type { Playback } from './player/playback';
import type { Texts } from './texts';

/** All that a part of the page needs to show itself. */
export interface View {
  readonly play: Play;
  readonly playback: Playback;
  /** The current step; undefined when the play has none. */
  readonly step: PlayStep | undefined;
  readonly texts: Texts;
  readonly reduceMotion: boolean;
  /** Whether the inspector leaves out what the current step does not change. */
  readonly onlyChanges: boolean;
  /** The entries of the inspector that are open. */
  readonly openHeld: readonly string[];
  /** What has just been copied; undefined once the reader does something else. */
  readonly copied: Copied | undefined;
  readonly asking: Asking;
  readonly worlds: Worlds;
  /** What the built-in scenario is for; undefined for the reader's own files. */
  readonly lesson: Lesson | undefined;
  readonly findings: readonly PlayFinding[];
  /** 0-based index of the step at which the world played was forked off; 0 when it is the original. */
  readonly fork: number;
}

/** A part of the page. Showing the same view twice gives the same part. */
export interface Part {
  readonly element: HTMLElement;
  show(view: View): void;
}
