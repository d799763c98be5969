import type { Range } from './range';

/** Replaces `range` of one file by `newText`. */
export interface TextEdit {
  readonly path: string;
  readonly range: Range;
  readonly newText: string;
}

/**
 * Returns `text` with all edits made at once; ranges refer to the text before any of them.
 * Edits that start at one place are made in the order given.
 * Throws a RangeError when two edits overlap or one lies outside the text.
 */
export function applyEdits(text: string, edits: readonly Pick<TextEdit, 'range' | 'newText'>[]): string {
  const ordered = edits.map((edit, index) => ({ index, ...edit }));
  ordered.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end || a.index - b.index);
  let result = '';
  let done = 0;
  for (const { range, newText } of ordered) {
    if (range.start < done || range.end < range.start || range.end > text.length) {
      throw new RangeError(
        `edit ${String(range.start)}–${String(range.end)} overlaps another or lies outside the text`,
      );
    }
    result += text.slice(done, range.start) + newText;
    done = range.end;
  }
  return result + text.slice(done);
}
