import { svgElement } from '../element';

const DOT_RADIUS = '6';

/**
 * Lets a dot travel along a message, up to a share of its way, in so many milliseconds.
 * Returns a function that ends the journey; afterwards the drawing is as it was before.
 */
export function travel(arrow: SVGGeometryElement, share: number, duration: number, arrive: () => void): () => void {
  const dot = svgElement('circle', { class: 'travelling', r: DOT_RADIUS });
  const length = arrow.getTotalLength() * share;
  let start: number | undefined;
  let frame = 0;
  const end = (): void => {
    cancelAnimationFrame(frame);
    dot.remove();
  };
  const move = (now: number): void => {
    start ??= now;
    const part = Math.min(1, (now - start) / duration);
    const { x, y } = arrow.getPointAtLength(length * eased(part));
    dot.setAttribute('cx', String(x));
    dot.setAttribute('cy', String(y));
    if (part < 1) {
      frame = requestAnimationFrame(move);
      return;
    }
    end();
    arrive();
  };
  const from = arrow.getPointAtLength(0);
  dot.setAttribute('cx', String(from.x));
  dot.setAttribute('cy', String(from.y));
  arrow.after(dot);
  frame = requestAnimationFrame(move);
  return end;
}

function eased(part: number): number {
  return part * part * (3 - 2 * part);
}
