import { YAMLException, parseEvents, type Event } from 'js-yaml';
import type { Range } from '../../text/range';

/** Go's parser goes 10,000 levels deep, which is more than the stack of a JavaScript engine is sure to hold. */
const MAXIMUM_DEPTH = 1000;

/** Returns the parser's events for a text. Throws what the parser throws. */
export function eventsOf(text: string): readonly Event[] {
  return parseEvents(text, { maxDepth: MAXIMUM_DEPTH });
}

/**
 * Returns the parser's events for one document. Go's parser lets lines inside brackets and quotes begin in any column,
 * as in `a: [` … `]`, which js-yaml refuses; such line ends count as blanks here, which changes no place.
 * Throws what the parser throws.
 */
export function parseLikeGo(document: string): readonly Event[] {
  let text = document;
  // Bounds the work on hostile input; real documents need one more pass per collection that is written so.
  for (let patience = 100_000 + 8 * text.length; ; patience -= text.length) {
    try {
      return eventsOf(text);
    } catch (error) {
      const joined = patience > 0 ? joinedAt(text, error) : undefined;
      if (joined === undefined) throw error;
      text = joined;
    }
  }
}

/** The text with the lines joined among which the error complains of a column; undefined for another error. */
function joinedAt(text: string, error: unknown): string | undefined {
  if (!(error instanceof YAMLException) || error.reason !== 'deficient indentation' || !error.mark) return undefined;
  const at = error.mark.position;
  const newline = text.lastIndexOf('\n', at - 1);
  if (newline === -1) return undefined;
  const { start, end } = bracketsAround(text, at) ?? { start: newline, end: newline + 1 };
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lines = text.slice(lineStart, end).split('\n');
  const joined = lines.map((line, index) => (index === lines.length - 1 ? line : `${withoutComment(line)} `)).join('');
  return text.slice(0, lineStart) + joined + text.slice(end);
}

/** The innermost brackets around a place, from the opening one to behind the closing one; undefined when they do not close. */
function bracketsAround(text: string, at: number): Range | undefined {
  let depth = 0;
  for (let start = at - 1; start >= 0; start -= 1) {
    const character = text.charAt(start);
    if (character === ']' || character === '}') depth += 1;
    else if (character === '[' || character === '{') depth -= 1;
    if (depth < 0) {
      const end = closingBracket(text, at);
      return end === undefined ? undefined : { start, end };
    }
  }
  return undefined;
}

function closingBracket(text: string, from: number): number | undefined {
  let depth = 0;
  let quote: string | undefined;
  for (let at = from; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quote !== undefined) {
      if (character === '\\' && quote === '"') at += 1;
      else if (character === quote) quote = undefined;
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    if (depth < 0) return at + 1;
  }
  return undefined;
}

/** A line with its comment and carriage return blanked; a `#` inside quotes begins none. */
function withoutComment(line: string): string {
  let quote: string | undefined;
  for (let at = 0; at < line.length; at += 1) {
    const character = line.charAt(at);
    if (quote !== undefined) quote = character === quote ? undefined : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '#' && (at === 0 || ' \t'.includes(line.charAt(at - 1))))
      return line.slice(0, at).padEnd(line.length);
  }
  return line.replace('\r', ' ');
}
