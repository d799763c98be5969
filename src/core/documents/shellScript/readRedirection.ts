import type { MappedText } from '../mappedText';
import type { Redirection } from './shellCommand';
import type { ShellWordReader } from './wordReader';

/** A redirection whose heredoc is read later: it begins behind the line. */
export type OpenRedirection = { -readonly [K in keyof Redirection]: Redirection[K] };

const REDIRECTION = /(\d{0,3})(<<<|<<-?|<>|<&|<|>>|>\||>&|&>>|&>|>)/y;

/** Returns the redirection at a place with its target, and where reading goes on; undefined when none starts here. */
export function readRedirection(
  base: MappedText,
  words: ShellWordReader,
  start: number,
): { readonly redirection: OpenRedirection; readonly end: number } | undefined {
  const { text } = base;
  REDIRECTION.lastIndex = start;
  const match = REDIRECTION.exec(text);
  if (!match) return undefined;
  const [written, descriptor = '', operator = ''] = match;
  const mark = { start, end: start + written.length };
  if (text[mark.end] === '(' && /^[<>]$/.test(operator)) return undefined;
  let at = mark.end;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  const { word: target, end } = words.read(at);
  const range = {
    start: base.rangeOf(start, start + 1).start,
    end: Math.max(target.range.end, base.rangeOf(start, mark.end).end),
  };
  return {
    redirection: { operator, descriptor, target, range, heredoc: undefined },
    end: Math.min(end, text.length),
  };
}
