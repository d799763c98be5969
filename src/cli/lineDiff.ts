/** One line of a comparison, with its line ending where it has one. */
export interface DiffLine {
  readonly change: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Returns the lines of both texts in one list: kept, removed from the first, added by the second. */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const a = linesOf(before);
  const b = linesOf(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail])
    tail += 1;
  return [
    ...linesAs('same', a.slice(0, head)),
    ...diffMiddle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...linesAs('same', a.slice(a.length - tail)),
  ];
}

/** Beyond this many cells the middle is shown as replaced whole: a fix never comes near it. */
const largestTable = 4_000_000;

/** Longest common subsequence by table; the ends that agree are already cut off. */
function diffMiddle(a: readonly string[], b: readonly string[]): readonly DiffLine[] {
  if (a.length * b.length > largestTable) return [...linesAs('removed', a), ...linesAs('added', b)];
  const common = commonLengths(a, b);
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      lines.push(...linesAs('same', a.slice(i, i + 1)));
      i += 1;
      j += 1;
    } else if (common(i + 1, j) >= common(i, j + 1)) {
      lines.push(...linesAs('removed', a.slice(i, i + 1)));
      i += 1;
    } else {
      lines.push(...linesAs('added', b.slice(j, j + 1)));
      j += 1;
    }
  }
  return [...lines, ...linesAs('removed', a.slice(i)), ...linesAs('added', b.slice(j))];
}

/** Returns the length of the longest common subsequence of what follows the i-th line of `a` and the j-th of `b`. */
function commonLengths(a: readonly string[], b: readonly string[]): (i: number, j: number) => number {
  const width = b.length + 1;
  const table = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => table[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      table[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return at;
}

function linesAs(change: DiffLine['change'], lines: readonly string[]): readonly DiffLine[] {
  return lines.map((text) => ({ change, text }));
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}
