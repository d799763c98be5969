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
    const variable = quote === "'" ? undefined : variableAt(text, at);
    return variable && { type: 'variable', name: variable.name, unsplit: quote !== undefined, length: variable.length };
  },
};

/** A command of a component: its program and the words behind it. */
export interface ProgramCall extends Pick<FoundProgram, 'component'> {
  readonly program: Word;
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

function callAt(words: readonly Word[], { component, index }: FoundProgram): ProgramCall | undefined {
  const program = words[index];
  return program && { component, program, arguments: words.slice(index + 1), script: undefined };
}

function scriptOf(words: readonly Word[]): Word | undefined {
  const shell = words.findIndex((word) => SHELLS.has(programName(word)));
  if (shell === -1 || shell > 4) return undefined;
  const option = words.findIndex((word, index) => index > shell && /^-[a-z]*c$/.test(word.content.text));
  return option === -1 ? undefined : words[option + 1];
}

function isOperator({ content, range }: Word): boolean {
  return range.end - range.start === content.text.length && OPERATOR.test(content.text);
}
