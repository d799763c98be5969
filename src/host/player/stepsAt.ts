import type { Play } from '../../core/flow/play';
import type { SourceOrigin } from '../../core/cluster/setting';
import { overlaps, type Range } from '../../core/text/range';

/** A step at which something that is written in a file is at work. */
export interface StepAt {
  /** 0-based index in the play. */
  readonly index: number;
  /** Where it is written. */
  readonly range: Range;
}

/**
 * Returns the steps of a play that happen because of what is written at a place of a file, or between two offsets, in the
 * order of the play. What is absent is written nowhere, and its place in a file does nothing.
 */
export function stepsAt({ steps }: Play, { path, range }: SourceOrigin): readonly StepAt[] {
  return steps.flatMap(({ evidence }, index) => {
    const found = evidence.find(
      ({ value, origin }) => value !== undefined && origin?.path === path && overlaps(origin.range, range),
    );
    return found?.origin ? [{ index, range: found.origin.range }] : [];
  });
}
