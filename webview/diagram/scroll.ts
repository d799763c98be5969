/** Room that a message keeps from the edges of the stage, in pixels: the names of the actors stand at its top. */
const ROOM = 72;

/** Scrolls the stage, and only it, so that the current message is in view with some of what surrounds it. */
export function keepInView(stage: HTMLElement, message: Element, reduceMotion: boolean): void {
  const outer = stage.getBoundingClientRect();
  const inner = message.getBoundingClientRect();
  const room = Math.min(ROOM, outer.height / 3);
  const top = overshoot(inner.top, inner.bottom, outer.top + room, outer.bottom - room);
  const left = overshoot(inner.left, inner.right, outer.left + 8, outer.right - 8);
  if (top !== 0 || left !== 0) stage.scrollBy({ top, left, behavior: reduceMotion ? 'instant' : 'smooth' });
}

/** Returns how far a span must move to lie within limits; one too long is aligned with the first limit. */
function overshoot(start: number, end: number, first: number, last: number): number {
  if (start < first || end - start > last - first) return start - first;
  return end > last ? end - last : 0;
}
