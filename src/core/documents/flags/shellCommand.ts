import type { MappedText } from '../mappedText';
import { findProgram, programName, type FoundProgram } from './findProgram';
import { splitWords, variableAt, type WordSyntax } from './splitWords';
import type { Word } from './word';

const SHELLS = new Set(['sh', 'bash', 'dash', 'ash', 'ksh', 'zsh']);

const OPERATOR = /^(?:;|;;|&|&&|\|\|?|\d*[<>].*|do|done|then|else|fi|\{|\}|\(|\))$/;

/** Words of a shell command (POSIX 2.2, "Quoting"); `$NAME` outside of quotes becomes as many words as its value has. */
export const shellWordSyntax: WordSyntax = {
  escapeAt(text, at, quote) {
    if (text[at] !== '\\' || quote === "'" || at + 1 >= text.length) return undefined;
    const next = text.charAt(at + 1);
    if (next === '\n') return { length: 2, text: '' };
    return quote === '"' && !'"\\`$'.includes(next) ? undefined : { length: 2, text: next };
  },
  unknownAt(text, at, quote) {
    if (quote === "'") return undefined;
    const end = substitutionEnd(text, at);
    if (end !== undefined) return { type: 'template', name: undefined, unsplit: quote !== undefined, length: end - at };
    const variable = variableAt(text, at);
    return variable && { type: 'variable', name: variable.name, unsplit: quote !== undefined, length: variable.length };
  },
};

/** In UTF-16 units; what is longer is read as plain text, so that open brackets cost little. */
const LONGEST_SUBSTITUTION = 500;

/** Returns where a command substitution that starts here ends: `$(hostname -f)`; undefined when none starts here. */
function substitutionEnd(text: string, start: number): number | undefined {
  if (!text.startsWith('$(', start)) return undefined;
  let depth = 0;
  const limit = Math.min(text.length, start + LONGEST_SUBSTITUTION);
  for (let at = start + 1; at < limit; at += 1) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return undefined;
}

/** A command of a component: its program and the words behind it. */
export interface ProgramCall extends Pick<FoundProgram, 'component'> {
  /** The word behind which its arguments stand. */
  readonly program: Word;
  /** The word that names the component. */
  readonly name: Word;
  readonly arguments: readonly Word[];
  /** The word that holds the command when a shell runs it. */
  readonly script: Word | undefined;
}

/** Returns the call of a component in a command line, looking into `sh -c '…'`; undefined when there is none. */
export function findCall(words: readonly Word[]): ProgramCall | undefined {
  const found = findProgram(words);
  if (found) return callAt(words, found);
  const script = scriptOf(words);
  const call = script && findCallInScript(script.content);
  return call && { ...call, script };
}

/** Returns the first call of a component in a line of shell commands. */
function findCallInScript(script: MappedText): ProgramCall | undefined {
  const words = splitWords(script, shellWordSyntax);
  for (let start = 0; start < words.length;) {
    const end = words.findIndex((word, index) => index >= start && isOperator(word));
    const command = words.slice(start, end === -1 ? undefined : end);
    const found = findProgram(command);
    if (found) return callAt(command, found);
    start = end === -1 ? words.length : end + 1;
  }
  return undefined;
}

function callAt(
  words: readonly Word[],
  { component, index, nameIndex = index }: FoundProgram,
): ProgramCall | undefined {
  const program = words[index];
  const name = words[nameIndex];
  return program && name && { component, program, name, arguments: words.slice(index + 1), script: undefined };
}

/** Returns the word that a shell runs as a script (`sh -c '…'`), or undefined. */
export function scriptOf(words: readonly Word[]): Word | undefined {
  const shell = words.findIndex((word) => SHELLS.has(programName(word)));
  if (shell === -1 || shell > 4) return undefined;
  const option = words.findIndex((word, index) => index > shell && /^-[a-z]*c$/.test(word.content.text));
  return option === -1 ? undefined : words[option + 1];
}

function isOperator({ content, range }: Word): boolean {
  return range.end - range.start === content.text.length && OPERATOR.test(content.text);
}
