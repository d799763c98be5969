import type { MinorRange } from './data';
import { releaseOf, type Release } from './release';

/** Whether one of the ranges contains the minor version. */
export function contains(ranges: readonly MinorRange[] | undefined, minor: number): boolean {
  return rangeAt(ranges, minor) !== undefined;
}

/** The range, or row that starts with one, that contains the minor version. */
export function rangeAt<T extends readonly [number, number, ...unknown[]]>(
  rows: readonly T[] | undefined,
  minor: number,
): T | undefined {
  return rows?.find(([from, to]) => from <= minor && minor <= to);
}

/** A thing's life as seen from one release: where it stands, and the ends of the interval that matters there. */
export interface Presence {
  readonly when: 'present' | 'past' | 'future';
  readonly since: Release | undefined;
  readonly removedIn: Release | undefined;
}

/**
 * Places a release among the intervals of a thing. Outside them the next interval counts first (a thing that comes
 * back is `future`, not `past`). `since` is undefined when the interval begins with the oldest release known,
 * `removedIn` when it ends with the newest. Undefined when there are no intervals.
 */
export function presenceAt(
  intervals: readonly MinorRange[],
  minor: number,
  oldest: number,
  newest: number,
): Presence | undefined {
  const present = rangeAt(intervals, minor);
  const future = intervals.find(([from]) => from > minor);
  const interval = present ?? future ?? intervals.at(-1);
  if (interval === undefined) return undefined;
  const [from, to] = interval;
  return {
    when: present ? 'present' : future ? 'future' : 'past',
    since: from > oldest ? releaseOf(from) : undefined,
    removedIn: to < newest ? releaseOf(to + 1) : undefined,
  };
}
