import type { PlayStep } from '../../src/core/flow/play';
import { svgElement } from '../element';
import type { DrawnMessage } from './drawnMessages';

/** How far a message that fails gets on its way, as a share of it. */
const FAILS_AT = 0.8;

/** Of the circle around a mark. */
const RADIUS = 9;

/** By how much of its width the label of the current message, which is bold, stands out on either side. */
const GROWS_BY = 0.08;

const CROSS = 'M-5-5 5 5M5-5-5 5';
const BARS = 'M-3-5V5M3-5V5';

/** Returns the point where a message ends: at its receiver, or on the way there when it fails. */
export function endOfMessage(arrow: SVGGeometryElement, result: PlayStep['result']): DOMPoint {
  return arrow.getPointAtLength(arrow.getTotalLength() * shareOfWay(result));
}

/** Returns how far a message gets, as a share of its way. */
export function shareOfWay(result: PlayStep['result']): number {
  return result === 'fails' ? FAILS_AT : 1;
}

/** Marks a message that fails with a cross where it stops, and one that waits with two bars. */
export function markResult({ group, arrow }: DrawnMessage, result: PlayStep['result']): void {
  if (result === 'ok') return;
  group.classList.add(result);
  if (result === 'fails') arrow.setAttribute('pathLength', '100');
  const { x, y } = endOfMessage(arrow, result);
  const shift = result === 'waits' ? -14 * Math.sign(x - arrow.getPointAtLength(0).x) : 0;
  raiseLabels(group, { x: x + shift, y });
  group.append(
    svgElement(
      'g',
      { class: 'mark', transform: `translate(${String(x + shift)} ${String(y)})` },
      svgElement('circle', { r: String(RADIUS) }),
      svgElement('path', { d: result === 'fails' ? CROSS : BARS }),
    ),
  );
}

/** A label stands so near to its arrow that the mark would cover it. */
function raiseLabels(group: SVGGElement, mark: { readonly x: number; readonly y: number }): void {
  const labels = [...group.querySelectorAll<SVGTextElement>('.messageText')];
  const covered = labels.map((label) => {
    const { x, y, width, height } = label.getBBox();
    const wider = width * GROWS_BY;
    const isBeside = x - wider > mark.x + RADIUS || x + width + wider < mark.x - RADIUS;
    return isBeside ? 0 : y + height - (mark.y - RADIUS);
  });
  const height = Math.max(0, ...covered);
  for (const label of labels) label.setAttribute('transform', `translate(0 ${String(-height)})`);
}
