import { svgElement } from '../element';

/** One message of the drawing: its label and arrow in a group of their own. */
export interface DrawnMessage {
  readonly group: SVGGElement;
  readonly arrow: SVGGeometryElement;
  /** Names of the actors as the drawing knows them. */
  readonly from: string;
  readonly to: string;
}

const ARROW = '[data-et="message"]';

/**
 * Groups the parts of each message, in the order of the messages, and returns the groups.
 * Labels carry no id; each stands right before its arrow.
 */
export function groupMessages(drawing: SVGSVGElement): DrawnMessage[] {
  const messages: DrawnMessage[] = [];
  let labels: Element[] = [];
  for (const part of [...drawing.children]) {
    if (part.matches('.messageText')) labels.push(part);
    if (!(part instanceof SVGGeometryElement) || !part.matches(ARROW)) continue;
    const group = svgElement('g', { class: 'message' });
    part.before(group);
    group.append(...labels, part);
    labels = [];
    messages.push({ group, arrow: part, from: part.dataset.from ?? '', to: part.dataset.to ?? '' });
  }
  return messages;
}
