import type { OuterText } from '../text/sourceText';
import { touches } from '../text/range';

/** Returns the offset in an inner text of what stands at an offset of the outer one; undefined when it stands elsewhere. */
export function innerOffset(text: string, outer: OuterText, offset: number): number | undefined {
  if (!touches(outer.rangeOf({ start: 0, end: text.length }), offset)) return undefined;
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (outer.rangeOf({ start: middle, end: middle }).start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
