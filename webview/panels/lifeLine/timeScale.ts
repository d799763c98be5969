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
/** How much longer the line is than the life, so that what becomes of it is in view. */
const TAIL = 1.06;

const TICK_DISTANCES = [
  ...[5, 10, 30],
  ...[1, 5, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2, 7, 14, 30, 60, 90, 180, 365, 730, 1825, 3650].map((days) => days * DAY),
];
const MOST_TICKS = 6;
/** The share of the width that the writing at a tick needs. */
const TICK_ROOM = 0.08;

/** Where moments of a life stand on a line. */
export interface TimeScale {
  /** Returns the place of a moment, given in seconds: 0 is the left end, 1 the right; moments outside are moved to the ends. */
  place(seconds: number): number;
  /** Returns the moment that stands at a place, in seconds: the other way round. */
  at(share: number): number;
  /** The moment at the right end, in seconds. */
  readonly end: number;
  /** The moment after which time is compressed; undefined when it runs evenly. */
  readonly compressedAfter: number | undefined;
  /** The moments to write at the line, in seconds. */
  readonly ticks: readonly number[];
}

/** Returns the scale for a life line and the moments of the steps, in seconds. */
export function timeScale({ end: lifeEnd, node }: LifeLine, steps: readonly number[]): TimeScale {
  const moments = [...steps, ...node.map(({ t }) => t)];
  const end = Math.max(lifeEnd, ...moments, 1) * TAIL;
  if (end <= LONGEST_EVEN_LIFE) {
    const place = (seconds: number): number => Math.max(0, Math.min(seconds / end, 1));
    const at = (share: number): number => share * end;
    return { place, at, end, compressedAfter: undefined, ticks: ticks(0, end, MOST_TICKS) };
  }
  const early = moments.filter((moment) => moment <= end * BEGINNING);
  const beginning = Math.max(10, ...early) * 1.1;
  const place = (seconds: number): number => {
    const inside = Math.max(0, Math.min(seconds, end));
    if (inside <= beginning) return (inside / beginning) * BEGINNING_WIDTH;
    return BEGINNING_WIDTH + ((inside - beginning) / (end - beginning)) * (1 - BEGINNING_WIDTH);
  };
  const at = (share: number): number =>
    share <= BEGINNING_WIDTH
      ? (share / BEGINNING_WIDTH) * beginning
      : beginning + ((share - BEGINNING_WIDTH) / (1 - BEGINNING_WIDTH)) * (end - beginning);
  const soon = ticks(0, beginning, 2).filter((tick) => place(tick) <= BEGINNING_WIDTH - TICK_ROOM);
  const later = ticks(beginning, end, MOST_TICKS).slice(1);
  const readable = later.filter(
    (tick) => place(tick) >= BEGINNING_WIDTH + TICK_ROOM / 2 && place(tick) <= 1 - TICK_ROOM / 2,
  );
  return { place, at, end, compressedAfter: beginning, ticks: [...soon, ...readable] };
}

/** Round moments between two others, the first included. */
function ticks(from: number, to: number, most: number): number[] {
  const distance = TICK_DISTANCES.find((candidate) => (to - from) / candidate <= most) ?? to - from;
  const found = [from];
  for (let at = Math.ceil((from + 1) / distance) * distance; at <= to; at += distance) found.push(at);
  return found;
}
