import { flowStepIds, type FlowStepId } from '../../core/flow/flowStep';
import type { Play } from '../../core/flow/play';

/**
 * Returns the index in a new play that is the same moment as an index in the old one: the same occurrence of the same
 * step, else the last occurrence there is, else the last moment before it.
 */
export function samePlace(before: Play, index: number, after: Play): number {
  const current = wantedStepAt(before, index);
  if (!current) return clamp(index, after);
  const places = placesOf(after, current.id);
  return places[(current.occurrence ?? 1) - 1] ?? places.at(-1) ?? lastBefore(after, current.id);
}

/** A step of a play that somebody wants to see; without a number the one that matters most. */
export interface WantedStep {
  readonly id: FlowStepId;
  /** 1 for the first step of this id, 2 for the second. */
  readonly occurrence?: number;
}

/** Returns how to find the step at an index again, in this play or in one like it. */
export function wantedStepAt({ steps }: Play, index: number): WantedStep | undefined {
  const id = steps[index]?.step;
  if (id === undefined) return undefined;
  return { id, occurrence: steps.slice(0, index + 1).filter(({ step }) => step === id).length };
}

/**
 * Returns the index at which a play shows a step: the occurrence asked for, else where it fails, else where it first
 * happens, else the last moment before it would.
 */
export function placeOfStep(play: Play, { id: step, occurrence }: WantedStep): number {
  const places = placesOf(play, step);
  const wanted = occurrence === undefined ? undefined : places[occurrence - 1];
  if (wanted !== undefined) return wanted;
  return places.find((index) => play.steps[index]?.result === 'fails') ?? places[0] ?? lastBefore(play, step);
}

/** Returns an index as near to the one given as the play has one; 0 for a play without steps. */
export function clamp(index: number, { steps }: Play): number {
  return Math.max(0, Math.min(index, steps.length - 1));
}

function placesOf({ steps }: Play, id: FlowStepId): readonly number[] {
  return steps.flatMap(({ step }, index) => (step === id ? [index] : []));
}

/** A play that fails does not get there: what is tried again after the first failure is no nearer. */
function lastBefore({ steps }: Play, id: FlowStepId): number {
  const order = flowStepIds.indexOf(id);
  const failure = steps.findIndex(({ result }) => result === 'fails');
  const reached = failure < 0 ? steps : steps.slice(0, failure + 1);
  return Math.max(
    0,
    reached.findLastIndex(({ step }) => flowStepIds.indexOf(step) < order),
  );
}
