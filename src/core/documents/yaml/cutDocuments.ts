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
  let hasDirective = false;
  for (const line of linesOf(text, start, end)) {
    if (!/^(?:%|\s*#|\s*$)/.test(line)) return false;
    hasDirective ||= line.startsWith('%');
  }
  return hasDirective;
}

function hasContent(text: string, start: number, end: number): boolean {
  for (const line of linesOf(text, start, end)) {
    if (!/^(?:%|\s*#|\s*$|\.\.\.|---\s*(?:#|$))/.test(line)) return true;
  }
  return false;
}

/** One line after the other, since the first one tells as a rule. */
function* linesOf(text: string, start: number, end: number): Iterable<string> {
  for (let at = start; at <= end;) {
    const newline = text.indexOf('\n', at);
    const lineEnd = newline === -1 || newline >= end ? end : newline;
    yield text.slice(at, lineEnd);
    at = lineEnd + 1;
  }
}
