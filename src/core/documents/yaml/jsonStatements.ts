import type { Range } from '../../text/range';
import { isStatement } from '../templates';

const OPENING = /^(?:\{%[-+]?\s*(?:if|for|unless)\b|\{\{-?\s*(?:if|range|with)\b|<%-?\s*(?:if|unless)\b|<%.*\bdo\b)/;
const MIDDLE = /^(?:\{%[-+]?\s*el|\{\{-?\s*else\b|<%-?\s*els)/;
const CLOSING = /^(?:\{%[-+]?\s*end|\{\{-?\s*end\b|<%-?\s*end\b)/;

/**
 * Returns what stands in the place of statements between the members of a JSON text: nothing, or the comma that keeps the
 * branches of a condition apart. Statements inside of a value are left out; none for a text that is no JSON.
 */
export function jsonStatements(text: string, templates: readonly Range[]): ReadonlyMap<number, '' | ','> {
  const found = new Map<number, '' | ','>();
  if (!isJson(text, templates)) return found;
  const scanner = new MemberScanner(text);
  const open: boolean[] = [];
  for (const [index, { start, end }] of templates.entries()) {
    scanner.readTo(start);
    const written = text.slice(start, end);
    const next = nextCharacter(text, end, templates[index + 1]?.start ?? text.length);
    const between = scanner.isBetweenMembers || (!scanner.isInString && next === ',');
    const isOurs = isBetween(written, open, between) && isStatement(written);
    const isSeparator = isOurs && MIDDLE.test(written) && !scanner.isBetweenMembers && next !== ',';
    const filler = isSeparator ? ',' : '';
    if (isOurs) found.set(start, filler);
    scanner.skipTo(end, isOurs ? filler : 'x');
  }
  return found;
}

/** `else` and `end` belong where their beginning does; `open` says so of those that are not ended. */
function isBetween(statement: string, open: boolean[], isHere: boolean): boolean {
  if (MIDDLE.test(statement)) return open.at(-1) === true;
  if (CLOSING.test(statement)) return open.pop() === true;
  if (OPENING.test(statement)) open.push(isHere);
  return isHere;
}

function isJson(text: string, templates: readonly Range[]): boolean {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  for (const { start, end } of templates) {
    if (/\S/.test(text.slice(at, start))) break;
    at = Math.max(at, end);
  }
  return /^\s*[{[]/.test(text.slice(at, at + 200));
}

function nextCharacter(text: string, from: number, limit: number): string | undefined {
  return /\S/.exec(text.slice(from, limit))?.[0];
}

/** Follows the strings of a JSON text. */
class MemberScanner {
  isInString = false;
  #last = '';
  #at = 0;

  constructor(readonly text: string) {}

  /** True where a member may begin. */
  get isBetweenMembers(): boolean {
    return !this.isInString && '{[,'.includes(this.#last) && this.#last !== '';
  }

  readTo(end: number): void {
    for (; this.#at < end; this.#at += 1) {
      const character = this.text.charAt(this.#at);
      if (this.isInString && character === '\\') this.#at += 1;
      else if (character === '"') this.isInString = !this.isInString;
      if (character.trim() !== '') this.#last = character;
    }
  }

  /** Goes on behind a template that counts as a character, or as nothing. */
  skipTo(end: number, as: string): void {
    this.#at = Math.max(this.#at, end);
    if (as !== '') this.#last = as;
  }
}
