import type { FlowStepId } from '../../../src/core/flow/flowStep';
import { element } from '../../element';
import type { Texts } from '../../texts';
import type { TimeScale } from './timeScale';

/** What the rows of a life line are made with. */
export interface LifeContext {
  readonly scale: TimeScale;
  /** Where the life line ends, in seconds; what comes later is not on it. */
  readonly end: number;
  readonly texts: Texts;
  /** Goes to the first step at or after a moment, in seconds; rather to the first of those that `when` names. */
  readonly goTo: (seconds: number, when?: readonly FlowStepId[]) => void;
}

/** Makes an empty row: a name, and the line on which things stand. */
export function lifeRow(name: Node | string, ...standing: readonly Node[]): HTMLElement {
  const track = element('div', { class: 'life-track' }, ...standing, element('span', { class: 'life-cursor' }));
  return element('div', { class: 'life-row' }, element('div', { class: 'life-name' }, name), track);
}

/** Puts an element where a stretch of time stands. */
export function stand<E extends HTMLElement>(part: E, { scale }: LifeContext, from: number, to = from): E {
  part.style.left = `${String(scale.place(from) * 100)}%`;
  if (to !== from) part.style.width = `${String((scale.place(to) - scale.place(from)) * 100)}%`;
  return part;
}
