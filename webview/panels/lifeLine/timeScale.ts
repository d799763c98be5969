import type { LifeLine } from '../../../src/core/flow/play';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A life longer than this is shown in two parts: its beginning, and the rest compressed. */
const LONGEST_EVEN_LIFE = 2 * HOUR;
/** What happens within this share of the whole life counts as its beginning. */
const BEGINNING = 0.02;
/** The share of the width that the beginning gets. */
const BEGINNING_WIDTH = 0.3;

const TICK_DISTANCES = [
  ...[5, 10, 30],
  ...[1, 5, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2, 7, 14, 30, 60, 90, 180, 365, 730, 1825, 3650].map((days) => days * DAY),
];
const MOST_TICKS = 5;

/** Where moments of a life stand on a line. */
export interface TimeScale {
  /** Returns the place of a moment, given in seconds: 0 is the left end, 1 the right; moments outside are moved to the ends. */
  place(seconds: number): number;
  /** The moment after which time is compressed; undefined when it runs evenly. */
  readonly compressedAfter: number | undefined;
  /** The moments to write at the line, in seconds. */
  readonly ticks: readonly number[];
}

/** Returns the scale for a life line and the moments of the steps, in seconds. */
export function timeScale({ end, node }: LifeLine, steps: readonly number[]): TimeScale {
  const moments = [...steps, ...node.map(({ t }) => t)];
  const whole = Math.max(end, ...moments, 1);
  const early = moments.filter((moment) => moment <= whole * BEGINNING);
  const beginning = Math.max(10, ...early) * 1.1;
  if (whole <= LONGEST_EVEN_LIFE) return evenScale(whole);
  const place = (seconds: number): number => {
    const inside = Math.max(0, Math.min(seconds, whole));
    if (inside <= beginning) return (inside / beginning) * BEGINNING_WIDTH;
    return BEGINNING_WIDTH + ((inside - beginning) / (whole - beginning)) * (1 - BEGINNING_WIDTH);
  };
  return {
    place,
    compressedAfter: beginning,
    ticks: [...ticks(0, beginning, 2), ...ticks(beginning, whole, MOST_TICKS).slice(1)],
  };
}

function evenScale(whole: number): TimeScale {
  return {
    place: (seconds) => Math.max(0, Math.min(seconds / whole, 1)),
    compressedAfter: undefined,
    ticks: ticks(0, whole, MOST_TICKS),
  };
}

/** Round moments between two others, the first included. */
function ticks(from: number, to: number, most: number): number[] {
  const distance = TICK_DISTANCES.find((candidate) => (to - from) / candidate <= most) ?? to - from;
  const found = [from];
  for (let at = Math.ceil((from + 1) / distance) * distance; at <= to; at += distance) found.push(at);
  return found;
}
