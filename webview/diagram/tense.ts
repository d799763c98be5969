import { laneOf, lanesOf } from '../../src/core/flow/lanes';
import type { Play } from '../../src/core/flow/play';
import type { Picture } from './picture';

export const tenses = ['past', 'now', 'future'] as const;

export type Tense = (typeof tenses)[number];

/** Returns where a step stands as seen from the current one. */
export function tenseOf(step: number, current: number): Tense {
  if (step === current) return 'now';
  return step < current ? 'past' : 'future';
}

/** Gives an element the class of its tense and takes the others away. */
export function setTense(part: Element, tense: Tense): void {
  part.classList.remove(...tenses);
  part.classList.add(tense);
}

/** Shows the picture as it stands at a step: messages by tense, and the two lanes concerned. */
export function markTenses(picture: Picture, { steps, machines }: Play, current: number): void {
  picture.messages.forEach(({ group }, index) => {
    setTense(group, tenseOf(index, current));
  });
  const step = steps[current];
  const lanes = lanesOf(machines);
  const concerned = step ? [step.from, step.to].map((actor) => laneOf(lanes, actor, step)) : [];
  for (const [lane, parts] of picture.parts) {
    for (const part of parts) part.classList.toggle('concerned', concerned.includes(lane));
  }
}
