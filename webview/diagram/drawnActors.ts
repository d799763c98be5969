import { playActors, type PlayActor, type PlayStep } from '../../src/core/flow/play';
import type { DrawnMessage } from './drawnMessages';

/** One actor of the drawing: who it is, its lifeline, and where that stands. */
export interface DrawnActor {
  readonly actor: PlayActor;
  readonly lifeline: SVGLineElement;
  readonly x: number;
}

/**
 * Returns the actors of the drawing, from left to right; undefined when drawing and steps disagree on who is who.
 * Names follow from the messages sent and received; one that stands silent is known by its place.
 */
export function findActors(
  drawing: SVGSVGElement,
  messages: readonly DrawnMessage[],
  steps: readonly PlayStep[],
): DrawnActor[] | undefined {
  const names = actorsByDrawnName(messages, steps);
  if (!names) return undefined;
  const lifelines = [...drawing.querySelectorAll<SVGLineElement>('line[data-et="life-line"]')];
  lifelines.sort((left, right) => left.x1.baseVal.value - right.x1.baseVal.value);
  const everybody = lifelines.length === playActors.length;
  return lifelines.flatMap((lifeline, place) => {
    const actor = names.get(lifeline.dataset.id ?? '') ?? (everybody ? playActors[place] : undefined);
    return actor ? [{ actor, lifeline, x: lifeline.x1.baseVal.value }] : [];
  });
}

function actorsByDrawnName(
  messages: readonly DrawnMessage[],
  steps: readonly PlayStep[],
): ReadonlyMap<string, PlayActor> | undefined {
  const names = new Map<string, PlayActor>();
  for (const [index, { from, to }] of messages.entries()) {
    const step = steps[index];
    if (!step) return undefined;
    if ((names.get(from) ?? step.from) !== step.from || (names.get(to) ?? step.to) !== step.to) return undefined;
    names.set(from, step.from).set(to, step.to);
  }
  return names;
}
