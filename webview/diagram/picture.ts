import type { Play, PlayActor, PlayStep } from '../../src/core/flow/play';
import { element, svgElement } from '../element';
import { ACTOR_HEIGHT, MARGIN } from './config';
import { findActors, type DrawnActor } from './drawnActors';
import { groupMessages, type DrawnMessage } from './drawnMessages';
import { markResult } from './marks';

const SPACE_ABOVE = 8;
const SPACE_BELOW = 16;
const ROW_SPACE = 7;

/** A drawing in the page that can be stepped through. */
export interface Picture {
  readonly element: HTMLElement;
  readonly messages: readonly DrawnMessage[];
  /** What belongs to an actor: its name over the drawing, and its lifeline. */
  readonly parts: ReadonlyMap<PlayActor, readonly Element[]>;
}

/**
 * Puts a drawing into `place` and prepares it for stepping.
 * Returns undefined, with `place` left empty, when its messages are not the steps of the play.
 */
export function hangPicture(place: HTMLElement, drawing: SVGSVGElement, { steps }: Play): Picture | undefined {
  const messages = groupMessages(drawing);
  const actors = messages.length === steps.length ? findActors(drawing, messages, steps) : undefined;
  if (!actors) {
    place.replaceChildren();
    return undefined;
  }
  crop(drawing, actors);
  const { x: edge, width } = drawing.viewBox.baseVal;
  const names = actors.map(({ actor, x }) => nameOf(actor, x - edge));
  const framed = element(
    'div',
    { class: 'picture', 'aria-hidden': 'true' },
    element('div', { class: 'names' }, ...names),
    drawing,
  );
  framed.style.width = `${String(width)}px`;
  framed.style.setProperty('--column', `${String(Math.min(...gaps(actors)))}px`);
  place.replaceChildren(framed);
  messages.forEach((message, index) => {
    const step = steps[index];
    if (step) prepare(message, step, index, drawing.viewBox.baseVal);
  });
  const parts = new Map<PlayActor, Element[]>();
  actors.forEach(({ actor, lifeline }, index) => {
    lifeline.classList.add(classOf(actor));
    const name = names[index];
    parts.set(actor, name ? [lifeline, name] : [lifeline]);
  });
  return { element: framed, messages, parts };
}

function gaps(actors: readonly DrawnActor[]): number[] {
  return actors.slice(1).map(({ x }, index) => x - (actors[index]?.x ?? 0));
}

/** Returns the class that gives an actor its colour. */
export function classOf(actor: PlayActor): string {
  return `actor-${actor}`;
}

/** Leaves out mermaid's own boxes of the actors: their names stay in view above the drawing instead. */
function crop(drawing: SVGSVGElement, actors: readonly DrawnActor[]): void {
  const { x, y, width, height } = drawing.viewBox.baseVal;
  const top = Math.max(ACTOR_HEIGHT, ...actors.map(({ lifeline }) => lifeline.y1.baseVal.value)) - SPACE_ABOVE;
  const shown = height + y - top + SPACE_BELOW;
  drawing.setAttribute('viewBox', [x, top, width, shown].map(String).join(' '));
  drawing.setAttribute('width', String(width));
  drawing.setAttribute('height', String(shown));
  for (const { lifeline } of actors) {
    lifeline.setAttribute('y1', String(top));
    lifeline.setAttribute('y2', String(top + shown));
  }
}

function nameOf(actor: PlayActor, x: number): HTMLElement {
  const name = element('span', { class: `name ${classOf(actor)}` }, actor);
  name.style.left = `${String(x)}px`;
  return name;
}

function prepare(message: DrawnMessage, step: PlayStep, index: number, view: SVGRect): void {
  const { group } = message;
  markResult(message, step.result);
  const { y, height } = group.getBBox();
  group.classList.add(classOf(step.from));
  group.dataset.step = String(index);
  const row = svgElement('rect', {
    class: 'row',
    x: String(view.x),
    y: String(y - ROW_SPACE),
    width: String(view.width),
    height: String(height + 2 * ROW_SPACE),
  });
  const middle = String(y + height / 2);
  const number = svgElement('text', { class: 'number', x: String(view.x + MARGIN / 2), y: middle });
  number.textContent = String(index + 1);
  group.prepend(row, number);
}
