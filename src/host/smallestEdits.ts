import { diffLines } from 'diff';
import type { TextEdit } from '../core/text/edit';

/** Returns edits that turn one text into the other and touch only the lines, and in them the letters, that differ. */
export function smallestEdits(path: string, before: string, after: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let offset = 0;
  let removed = '';
  let added = '';
  const close = (): void => {
    if (removed !== added) edits.push(trimmed(path, offset, removed, added));
    offset += removed.length;
    [removed, added] = ['', ''];
  };
  for (const change of diffLines(before, after)) {
    if (change.removed) removed += change.value;
    else if (change.added) added += change.value;
    else {
      close();
      offset += change.value.length;
    }
  }
  close();
  return edits;
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
