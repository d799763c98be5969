import type { Word } from '../flags/word';
import type { MappedText } from '../mappedText';
import type { ShellAssignment } from './shellCommand';

const HEAD = /([A-Za-z_]\w*)(\+?)=/y;

const ARRAY = /[A-Za-z_]\w*\+?=\(/y;

const DECLARATIONS = new Set(['export', 'local', 'declare', 'readonly', 'typeset']);

/** Returns whether `NAME=` or `NAME+=` stands at a place of a script. */
export function isAssignment(text: string, at: number): boolean {
  HEAD.lastIndex = at;
  return HEAD.test(text);
}

/** Returns whether `NAME=(` or `NAME+=(` stands at a place of a script. */
export function isArrayAssignment(text: string, at: number): boolean {
  ARRAY.lastIndex = at;
  return ARRAY.test(text);
}

/** Returns whether a command declares variables, by its first word: `export`, `declare` … */
export function isDeclaration(first: Word | undefined): boolean {
  return first !== undefined && DECLARATIONS.has(first.content.text);
}

/** Returns the name of `NAME=` or `NAME+=`. */
export function assignmentHead(head: MappedText): Pick<ShellAssignment, 'name' | 'nameRange' | 'appends'> {
  HEAD.lastIndex = 0;
  const [, name = '', plus] = HEAD.exec(head.text) ?? [];
  return { name, nameRange: head.rangeOf(0, name.length), appends: plus === '+' };
}

/** Returns the assignment that a word is. */
export function assignmentOf(word: Word): ShellAssignment {
  const head = assignmentHead(word.content);
  const start = head.name.length + (head.appends ? 2 : 1);
  const valueStart = head.nameRange.end + (head.appends ? 2 : 1);
  const value: Word = {
    ...word,
    content: word.content.slice(start),
    range: { start: valueStart, end: word.range.end },
    unknown: word.unknown.map((part) => ({ ...part, start: part.start - start, end: part.end - start })),
  };
  return { value, valueRange: value.range, ...head };
}
