import type { SourceText } from '../../text/sourceText';
import { indentedWriting, verbatimWriting, type EmbeddedFile, type EmbeddedWriting } from '../embedded/embeddedFile';
import { programIndex, programName } from '../flags/findProgram';
import type { Word } from '../flags/word';
import { heredocText } from './heredocText';
import { changedInPlace } from './inPlaceChanges';
import { isKubectl } from './kubectlCall';
import type { ScriptVariables } from './scriptVariables';
import type { Redirection, ShellCommand } from './shellCommand';
import { inWords, wordWriting } from './wordWriting';
import { echoText, printfText, WrittenText } from './writtenText';

interface Written {
  readonly path: string;
  readonly appends: boolean;
  readonly text: Piece;
}

type Piece = Pick<EmbeddedFile, 'content' | 'writing'>;

/**
 * Returns the files that a script writes by heredoc, here-string, `echo` and `printf`, through redirections and `tee`, and what it hands
 * to `kubectl apply -f -`. What is appended to a file is part of that file, which holds more when the script did not write it before.
 */
export function writtenFiles(
  source: SourceText,
  commands: readonly ShellCommand[],
  variables: ScriptVariables,
): readonly EmbeddedFile[] {
  const files: { path: string; pieces: Piece[]; isChanged: boolean; isPart: boolean; byVersion: boolean }[] = [];
  const lastAt = (path: string): (typeof files)[number] | undefined => files.findLast((file) => file.path === path);
  let piped: Piece | undefined;
  for (const command of commands) {
    const output = outputOf(source, command, piped);
    for (const { path, appends, text } of writtenBy(command, output, inputOf(source, command, piped), variables)) {
      const before = appends ? lastAt(path) : undefined;
      if (before) before.pieces.push(text);
      else files.push({ path, pieces: [text], isChanged: false, isPart: appends, byVersion: command.byVersion });
    }
    for (const word of changedBy(command, output, inputOf(source, command, piped))) {
      const changed = lastAt(variables.fill(word).text);
      if (changed) changed.isChanged = true;
    }
    piped = command.pipes ? output : undefined;
  }
  return files.map(({ path, pieces, isChanged, isPart, byVersion }) => ({
    path,
    ...joined(source, pieces),
    ...(isChanged && { isChanged }),
    ...(isPart && { isPart }),
    ...(byVersion && { byVersion }),
  }));
}

/** Files that get what cannot be read: changed in place, or longer by what another program writes. */
function changedBy(command: ShellCommand, output: Piece | undefined, input: Piece | undefined): readonly Word[] {
  const { words, redirections } = command;
  const index = programIndex(words);
  const appended = output
    ? []
    : redirections
        .filter((redirection) => redirection.operator.endsWith('>>') && isOutput(redirection))
        .map(({ target }) => target);
  const isTee = !input && programName(words[index]) === 'tee';
  return [...changedInPlace(command), ...appended, ...(isTee ? appendedByTee(words.slice(index + 1)) : [])];
}

function appendedByTee(words: readonly Word[]): readonly Word[] {
  return words.some(isAppending) ? words.filter(({ content }) => !content.text.startsWith('-')) : [];
}

function isAppending({ content }: Word): boolean {
  return /^(?:-[ip]*a|--append$)/.test(content.text);
}

function joined(source: SourceText, pieces: readonly Piece[]): Piece {
  const [first] = pieces;
  if (first && pieces.length === 1) return first;
  const text = new WrittenText(source, first?.content.rangeOf().start ?? 0);
  for (const { content } of pieces) text.add(content);
  return { content: text.build(), writing: commonWriting(pieces.map(({ writing }) => writing)) };
}

/** Where pieces are written in several ways, only what stands in each of them as it is. */
function commonWriting(writings: readonly EmbeddedWriting[]): EmbeddedWriting {
  const [first, ...others] = [...new Set(writings)].filter((writing) => writing !== verbatimWriting);
  if (!first) return verbatimWriting;
  const isCommon = others.length === 0 && (first === filledIn || writings.every((writing) => writing === first));
  return isCommon && first.indentation === '' ? first : inWords;
}

function inputOf(source: SourceText, command: ShellCommand, piped: Piece | undefined): Piece | undefined {
  const input = command.redirections.findLast(({ heredoc, operator }) => heredoc ?? operator === '<<<');
  if (!input) return piped;
  const { heredoc, target } = input;
  if (!heredoc) {
    const content = echoText(source, [target], target.range.start);
    return { content, writing: wordWriting(source, command, [target]) };
  }
  return { content: heredocText(heredoc), writing: heredocWriting(heredoc.quoted, heredoc.isIndented) };
}

function outputOf(source: SourceText, command: ShellCommand, piped: Piece | undefined): Piece | undefined {
  const { words, range } = command;
  const index = programIndex(words);
  const behind = words.slice(index + 1);
  switch (programName(words[index])) {
    case 'cat':
      return behind.every(({ content }) => content.text === '-') ? inputOf(source, command, piped) : undefined;
    case 'tee':
      return inputOf(source, command, piped);
    case 'echo':
      return { content: echoText(source, behind, range.start), writing: printing(source, command, behind) };
    case 'printf': {
      const content = printfText(source, behind, range.start);
      return content && { content, writing: printing(source, command, behind) };
    }
    default:
      return undefined;
  }
}

function printing(source: SourceText, command: ShellCommand, words: readonly Word[]): EmbeddedWriting {
  return wordWriting(
    source,
    command,
    words.filter(({ content }) => !/^-[neE]+$/.test(content.text)),
  );
}

function writtenBy(
  { words, redirections }: ShellCommand,
  output: Piece | undefined,
  input: Piece | undefined,
  variables: ScriptVariables,
): readonly Written[] {
  const written: Written[] = [];
  const add = (path: Word, appends: boolean, text: Piece): void => {
    if (!path.content.text.startsWith('/dev/')) written.push({ path: variables.fill(path).text, appends, text });
  };
  for (const redirection of redirections) {
    if (output && isOutput(redirection)) add(redirection.target, redirection.operator === '>>', output);
  }
  const index = programIndex(words);
  const behind = words.slice(index + 1);
  if (input && programName(words[index]) === 'tee') {
    const appends = behind.some(isAppending);
    for (const word of behind) if (!word.content.text.startsWith('-')) add(word, appends, input);
  }
  if (input && isKubectl(words[index]) && readsStandardInput(behind))
    written.push({ path: '', appends: false, text: input });
  return written;
}

function isOutput({ operator, descriptor }: Redirection): boolean {
  return /^(?:>|>>|>\||&>|&>>)$/.test(operator) && (descriptor === '' || descriptor === '1');
}

/** `-f -`, `-f=-`, `--filename=/dev/stdin`. */
function readsStandardInput(words: readonly Word[]): boolean {
  return words.some(({ content: { text } }, index) => {
    if (/^(?:-[a-z]*f=?|--filename=)(?:-|\/dev\/stdin)$/.test(text)) return true;
    const isOption = /^(?:-[a-z]*f|--filename)$/.test(text);
    return isOption && /^(?:-|\/dev\/stdin)$/.test(words[index + 1]?.content.text ?? '');
  });
}

/** What the shell would fill in gets a backslash; a template stands for something that is written otherwise. */
const filledIn: EmbeddedWriting = {
  ...verbatimWriting,
  encode: (text) => (text.includes('{{') ? undefined : text.replaceAll(/[\\$`]/g, '\\$&')),
};

function heredocWriting(quoted: boolean, isIndented: boolean): EmbeddedWriting {
  const { indentation } = isIndented ? indentedWriting('\t') : verbatimWriting;
  const writing = quoted ? verbatimWriting : filledIn;
  return indentation === '' ? writing : { ...writing, indentation };
}
