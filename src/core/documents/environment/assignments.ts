import type { Range } from '../../text/range';
import { MappedText } from '../mappedText';
import { findTemplates } from '../templates';
import { readValue, type Value } from './value';

/** `NAME=value`, `export NAME="value"` or `NAME+=" value"`. */
export interface Assignment {
  readonly name: string;
  readonly nameRange: Range;
  /** True for `+=`: the value is added to what the variable held. */
  readonly appends: boolean;
  readonly value: Value;
  /** False in a file with a quote that is never closed: another quote would change what all of it means. */
  readonly editable: boolean;
}

/** What stands in an EnvironmentFile or shell-style file besides comments. */
export interface EnvironmentText {
  readonly assignments: readonly Assignment[];
  /** How many lines are neither assignments, comments nor templates. */
  readonly otherLines: number;
}

const ASSIGNMENT = /(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_]*)(\+)?=/y;

/**
 * Reads a file of assignments as systemd's EnvironmentFile= (systemd.exec(5)) and POSIX shells agree on it. Where they
 * differ it reads what people mean: a comment behind a value is a comment, and a backslash at the end of a line goes
 * on in any quotes.
 */
export function readEnvironmentText(text: string, start: number): EnvironmentText {
  const base = MappedText.verbatim(text);
  const templateEnds = new Map(findTemplates(text).map((range) => [range.start, range.end]));
  const assignments: Omit<Assignment, 'editable'>[] = [];
  let otherLines = 0;
  for (let at = skipBlanks(text, start); at < text.length; at = skipBlanks(text, at)) {
    const template = templateEnds.get(at);
    const head = assignmentAt(text, at);
    if (template !== undefined) at = template;
    else if (head) {
      const value = readValue(base, valueStart(text, head.end), templateEnds);
      assignments.push({ name: head.name, nameRange: head.nameRange, appends: head.appends, value });
      at = skipInLine(text, value.next);
      if (!assignmentAt(text, at) && !templateEnds.has(at)) at = lineEnd(text, at);
    } else {
      if (!isComment(text, at)) otherLines += 1;
      at = lineEnd(text, at);
    }
  }
  const editable = assignments.every(({ value }) => value.openQuote === undefined);
  return { assignments: assignments.map((assignment) => ({ editable, ...assignment })), otherLines };
}

function assignmentAt(
  text: string,
  at: number,
): { name: string; nameRange: Range; appends: boolean; end: number } | undefined {
  ASSIGNMENT.lastIndex = at;
  const match = ASSIGNMENT.exec(text);
  const name = match?.[1];
  if (!match || name === undefined) return undefined;
  const end = at + match[0].length;
  const appends = match[2] !== undefined;
  const nameEnd = end - (appends ? 2 : 1);
  return { name, nameRange: { start: nameEnd - name.length, end: nameEnd }, appends, end };
}

/** systemd skips blanks in front of a quote. */
function valueStart(text: string, from: number): number {
  const at = skipInLine(text, from);
  return text[at] === '"' || text[at] === "'" ? at : from;
}

function isComment(text: string, at: number): boolean {
  return text[at] === '#' || text[at] === ';';
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at += 1;
  return at;
}

function skipInLine(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  return at;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}
