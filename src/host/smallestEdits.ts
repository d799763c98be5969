import type { TextEdit } from '../core/text/edit';

/** Beyond this many pairs of lines the changed middle is replaced as one piece. */
const MAX_PAIRS = 4_000_000;

/** Returns edits that turn one text into the other and touch only the lines, and in them the letters, that differ. */
export function smallestEdits(path: string, before: string, after: string): readonly TextEdit[] {
  const old = linesOf(before);
  const fresh = linesOf(after);
  const edits: TextEdit[] = [];
  let offset = 0;
  for (const { removed, added } of changes(old, fresh)) {
    const [from, to] = [removed.join(''), added.join('')];
    if (from !== to) edits.push(trimmed(path, offset, from, to));
    offset += from.length;
  }
  return edits;
}

/** A stretch of lines that is the same in both texts, or stands for the other. */
interface Change {
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

function changes(old: readonly string[], fresh: readonly string[]): readonly Change[] {
  let head = 0;
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head += 1;
  let tail = 0;
  const rest = Math.min(old.length, fresh.length) - head;
  while (tail < rest && old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]) tail += 1;
  const same = old.slice(0, head);
  const [from, to] = [old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail)];
  return [{ removed: same, added: same }, ...middle(from, to)];
}

function middle(old: readonly string[], fresh: readonly string[]): readonly Change[] {
  if (old.length * fresh.length > MAX_PAIRS) return [{ removed: old, added: fresh }];
  const common = longestCommon(old, fresh);
  const found: Change[] = [];
  let [row, column] = [0, 0];
  for (const [nextRow, nextColumn] of [...common, [old.length, fresh.length] as const]) {
    found.push({ removed: old.slice(row, nextRow), added: fresh.slice(column, nextColumn) });
    const kept = old.slice(nextRow, nextRow + 1);
    found.push({ removed: kept, added: kept });
    [row, column] = [nextRow + 1, nextColumn + 1];
  }
  return found;
}

/** Returns the pairs of line numbers of a longest common subsequence. */
function longestCommon(old: readonly string[], fresh: readonly string[]): readonly (readonly [number, number])[] {
  const width = fresh.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = fresh.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        old[row] === fresh[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let [row, column] = [0, 0];
  while (row < old.length && column < fresh.length) {
    if (old[row] === fresh[column]) {
      pairs.push([row, column]);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}

function trimmed(path: string, offset: number, from: string, to: string): TextEdit {
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start += 1;
  let end = 0;
  const rest = Math.min(from.length, to.length) - start;
  while (end < rest && from[from.length - 1 - end] === to[to.length - 1 - end]) end += 1;
  return {
    path,
    range: { start: offset + start, end: offset + from.length - end },
    newText: to.slice(start, to.length - end),
  };
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}
