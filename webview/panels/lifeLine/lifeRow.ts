import type { FlowStepId } from '../../../src/core/flow/flowStep';
import { element } from '../../element';
import type { Texts } from '../../texts';
import type { TimeScale } from './timeScale';

/** What the rows of a life line are made with. */
export interface LifeContext {
  readonly scale: TimeScale;
  readonly texts: Texts;
  /** The moment of the last step, in seconds. */
  readonly lastStep: number;
  /** Goes to the first step at or after a moment, in seconds; rather to the first of those that `when` names. */
  readonly goTo: (seconds: number, when?: readonly FlowStepId[]) => void;
}

/** One row of a life line. */
export interface LifeRow {
  readonly element: HTMLElement;
  /** Shows the row as it stands at a moment, in seconds. */
  show(now: number): void;
}

/** Makes a row: a name, the line on which things stand, with a cursor at the current moment, and words below. */
export function lifeRow(name: string, standing: readonly Node[], { scale }: LifeContext, ...words: Node[]): LifeRow {
  const cursor = element('span', { class: 'life-cursor' });
  const track = element('div', { class: 'life-track' }, ...standing, cursor);
  const heading = element('strong', { class: 'life-name' }, name);
  return {
    element: element('div', { class: 'life-row' }, heading, track, ...words),
    show: (now) => {
      cursor.style.left = percent(scale.place(now));
    },
  };
}

/** Puts an element where a stretch of time stands. */
export function stand<E extends HTMLElement>(part: E, { scale }: LifeContext, from: number, to = from): E {
  part.style.left = percent(scale.place(from));
  if (to !== from) part.style.width = percent(scale.place(to) - scale.place(from));
  return part;
}

/** Makes a thing on the line that leads to a step. Its label is all that it says. */
export function press(kind: string, label: string, go: () => void): HTMLElement {
  const made = element('button', { type: 'button', class: kind, 'aria-label': label, title: label });
  made.addEventListener('click', go);
  return made;
}

function percent(share: number): string {
  return `${String(share * 100)}%`;
}
