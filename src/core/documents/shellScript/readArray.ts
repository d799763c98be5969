import type { Word } from '../flags/word';
import type { MappedText } from '../mappedText';
import { assignmentHead } from './assignmentWord';
import type { ShellAssignment } from './shellCommand';
import { indexOrEnd } from './textPlaces';
import type { ShellWordReader } from './wordReader';

/** Reads `NAME=( … )` at a place; one that is never closed reaches to the end. `end` is the place behind it. */
export function readArray(
  base: MappedText,
  words: ShellWordReader,
  start: number,
): { readonly assignment: ShellAssignment; readonly end: number } {
  const { text } = base;
  const open = text.indexOf('(', start);
  const elements: Word[] = [];
  let at = open + 1;
  while (at < text.length && text[at] !== ')') {
    const character = text.charAt(at);
    if (character === '#') at = indexOrEnd(text, '\n', at);
    else if (' \t\r\n;&|(<>'.includes(character)) at += 1;
    else if (/^\\\r?\n/.test(text.slice(at, at + 3))) at += 2;
    else {
      const { word, end } = words.read(at);
      elements.push(word);
      at = Math.min(end, text.length);
    }
  }
  const head = assignmentHead(base.slice(start, open));
  const assignment = { value: elements, valueRange: base.rangeOf(open + 1, at), ...head };
  return { assignment, end: Math.min(at + 1, text.length) };
}
