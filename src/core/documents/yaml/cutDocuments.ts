import type { Range } from '../../text/range';

const MARKER = /^(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm;

/**
 * Cuts a YAML text at its document markers, so that a broken document does not silence the others. Each part holds its
 * own `---` and `...`; directives stay with the document they stand before. Parts without content are left out.
 */
export function cutDocuments(text: string, start: number): readonly Range[] {
  const parts: Range[] = [];
  let from = start;
  const close = (end: number): void => {
    if (hasContent(text, from, end)) parts.push({ start: from, end });
    from = end;
  };
  MARKER.lastIndex = start;
  for (let match = MARKER.exec(text); match; match = MARKER.exec(text)) {
    if (match[0] === '...') close(lineEnd(text, match.index));
    else if (!onlyDirectives(text, from, match.index)) close(match.index);
  }
  close(text.length);
  return parts;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}

/** True for nothing but blank lines, comments and `%` directives, with at least one directive. */
function onlyDirectives(text: string, start: number, end: number): boolean {
  const lines = text.slice(start, end).split('\n');
  return lines.some((line) => line.startsWith('%')) && lines.every((line) => /^(?:%|\s*#|\s*$)/.test(line));
}

function hasContent(text: string, start: number, end: number): boolean {
  return text
    .slice(start, end)
    .split('\n')
    .some((line) => !/^(?:%|\s*#|\s*$|\.\.\.|---\s*(?:#|$))/.test(line));
}
