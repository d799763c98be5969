import { laneOf, lanesOf, type Lane } from '../../src/core/flow/lanes';
import type { Play } from '../../src/core/flow/play';
import type { DrawnMessage } from './drawnMessages';

/** One lane of the drawing: who stands there, the lifeline, and where it is. */
export interface DrawnLane {
  readonly lane: Lane;
  /** Its index among all lanes of the play. */
  readonly index: number;
  readonly lifeline: SVGLineElement;
  readonly x: number;
}

/**
 * Returns the lanes of the drawing, from left to right; undefined when drawing and steps disagree on who is who.
 * Names follow from the messages sent and received; one that stands silent is known by its place.
 */
export function findLanes(
  drawing: SVGSVGElement,
  messages: readonly DrawnMessage[],
  { steps, machines }: Pick<Play, 'steps' | 'machines'>,
): DrawnLane[] | undefined {
  const lanes = lanesOf(machines);
  const names = lanesByDrawnName(messages, steps, lanes);
  if (!names) return undefined;
  const lifelines = [...drawing.querySelectorAll<SVGLineElement>('line[data-et="life-line"]')];
  lifelines.sort((left, right) => left.x1.baseVal.value - right.x1.baseVal.value);
  const everybody = lifelines.length === lanes.length;
  return lifelines.flatMap((lifeline, place) => {
    const index = names.get(lifeline.dataset.id ?? '') ?? (everybody ? place : -1);
    const lane = lanes[index];
    return lane ? [{ lane, index, lifeline, x: lifeline.x1.baseVal.value }] : [];
  });
}

function lanesByDrawnName(
  messages: readonly DrawnMessage[],
  steps: Play['steps'],
  lanes: readonly Lane[],
): ReadonlyMap<string, number> | undefined {
  const names = new Map<string, number>();
  for (const [index, drawn] of messages.entries()) {
    const step = steps[index];
    if (!step) return undefined;
    const [from, to] = [laneOf(lanes, step.from, step), laneOf(lanes, step.to, step)];
    if ((names.get(drawn.from) ?? from) !== from || (names.get(drawn.to) ?? to) !== to) return undefined;
    names.set(drawn.from, from).set(drawn.to, to);
  }
  return names;
}
