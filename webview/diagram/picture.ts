import type { Lane } from '../../src/core/flow/lanes';
import type { PlayActor, PlayStep } from '../../src/core/flow/play';
import { element, svgElement } from '../element';
import type { Texts } from '../texts';
import type { View } from '../view';
import { ACTOR_HEIGHT, MARGIN } from './config';
import { findLanes, type DrawnLane } from './drawnLanes';
import { groupMessages, type DrawnMessage } from './drawnMessages';
import { markResult } from './marks';

const SPACE_ABOVE = 8;
const SPACE_BELOW = 16;
const ROW_SPACE = 7;

/** A drawing in the page that can be stepped through. */
export interface Picture {
  readonly element: HTMLElement;
  readonly messages: readonly DrawnMessage[];
  /** What belongs to a lane: its name over the drawing, and its lifeline. */
  readonly parts: ReadonlyMap<number, readonly Element[]>;
}

/**
 * Puts a drawing into `place` and prepares it for stepping.
 * Returns undefined, with `place` left empty, when its messages are not the steps of the play.
 */
export function hangPicture(
  place: HTMLElement,
  drawing: SVGSVGElement,
  { play, texts }: Pick<View, 'play' | 'texts'>,
): Picture | undefined {
  const { steps } = play;
  const messages = groupMessages(drawing);
  const lanes = messages.length === steps.length ? findLanes(drawing, messages, play) : undefined;
  if (!lanes) {
    place.replaceChildren();
    return undefined;
  }
  crop(drawing, lanes);
  const { x: edge, width } = drawing.viewBox.baseVal;
  const names = lanes.map(({ lane, x }) => nameOf(lane, x - edge, texts));
  const framed = element(
    'div',
    { class: 'picture', 'aria-hidden': 'true' },
    element('div', { class: 'names' }, ...names),
    drawing,
  );
  framed.style.width = `${String(width)}px`;
  framed.style.setProperty('--column', `${String(Math.min(...gaps(lanes)))}px`);
  place.replaceChildren(framed);
  messages.forEach((message, index) => {
    const step = steps[index];
    if (step) prepare(message, step, index, drawing.viewBox.baseVal);
  });
  const parts = new Map<number, Element[]>();
  lanes.forEach(({ lane, index, lifeline }, place) => {
    lifeline.classList.add(classOf(lane.actor));
    const name = names[place];
    parts.set(index, name ? [lifeline, name] : [lifeline]);
  });
  return { element: framed, messages, parts };
}

function gaps(lanes: readonly DrawnLane[]): number[] {
  return lanes.slice(1).map(({ x }, index) => x - (lanes[index]?.x ?? 0));
}

/** Returns the class that gives an actor its colour. */
export function classOf(actor: PlayActor): string {
  return `actor-${actor}`;
}

/** Leaves out mermaid's own boxes of the actors: their names stay in view above the drawing instead. */
function crop(drawing: SVGSVGElement, lanes: readonly DrawnLane[]): void {
  const { x, y, width, height } = drawing.viewBox.baseVal;
  const top = Math.max(ACTOR_HEIGHT, ...lanes.map(({ lifeline }) => lifeline.y1.baseVal.value)) - SPACE_ABOVE;
  const shown = height + y - top + SPACE_BELOW;
  drawing.setAttribute('viewBox', [x, top, width, shown].map(String).join(' '));
  drawing.setAttribute('width', String(width));
  drawing.setAttribute('height', String(shown));
  for (const { lifeline } of lanes) {
    lifeline.setAttribute('y1', String(top));
    lifeline.setAttribute('y2', String(top + shown));
  }
}

function nameOf({ actor, title }: Lane, x: number, texts: Texts): HTMLElement {
  const name = element('span', { class: `name ${classOf(actor)}` }, texts.name(title));
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
