import { diffLines, type DiffLine } from './lineDiff';

const context = 3;

interface Numbered extends DiffLine {
  /** Lines of each side before this one. */
  readonly before: number;
  readonly after: number;
}

/** Returns the difference of two texts of one file as a unified diff; empty when there is none. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  const hunks = hunksOf(numbered(diffLines(before, after)));
  const shown = path.replace(/^\/+/, '');
  return [`--- a/${shown}\n`, `+++ b/${shown}\n`, ...hunks.map(hunkText)].join('');
}

function numbered(lines: readonly DiffLine[]): readonly Numbered[] {
  let before = 0;
  let after = 0;
  return lines.map((line) => {
    const place = { ...line, before, after };
    if (line.change !== 'added') before += 1;
    if (line.change !== 'removed') after += 1;
    return place;
  });
}

/** Changes less than two contexts apart share a hunk. */
function hunksOf(lines: readonly Numbered[]): readonly (readonly Numbered[])[] {
  const ranges: [start: number, end: number][] = [];
  lines.forEach((line, index) => {
    if (line.change === 'same') return;
    const last = ranges.at(-1);
    const end = Math.min(lines.length, index + context + 1);
    if (last !== undefined && index - context <= last[1]) last[1] = end;
    else ranges.push([Math.max(0, index - context), end]);
  });
  return ranges.map(([start, end]) => lines.slice(start, end));
}

function hunkText(hunk: readonly Numbered[]): string {
  const first = hunk[0];
  const old = hunk.filter(({ change }) => change !== 'added').length;
  const fresh = hunk.filter(({ change }) => change !== 'removed').length;
  const header = `@@ -${span(first?.before ?? 0, old)} +${span(first?.after ?? 0, fresh)} @@\n`;
  return header + hunk.map(lineText).join('');
}

/** A side without lines names the line before it. */
function span(linesBefore: number, length: number): string {
  return `${String(length === 0 ? linesBefore : linesBefore + 1)},${String(length)}`;
}

function lineText({ change, text }: DiffLine): string {
  const mark = { same: ' ', removed: '-', added: '+' }[change];
  return text.endsWith('\n') ? mark + text : `${mark}${text}\n\\ No newline at end of file\n`;
}
