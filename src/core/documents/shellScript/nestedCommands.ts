import { programIndex, programName } from '../flags/findProgram';
import type { Word } from '../flags/word';
import type { MappedText } from '../mappedText';
import { oftener } from './compoundCommands';
import { heredocText } from './heredocText';
import { readCommands } from './readCommands';
import type { ShellCommand } from './shellCommand';

const SHELLS = new Set(['sh', 'bash', 'dash', 'ash', 'ksh', 'zsh', 'su']);

/** Options of ssh(1) that take the next word. */
const SSH_OPTION_WITH_VALUE = /^-[BbcDEeFIiJLlmOopQRSWw]$/;

/** Options of watch(1) that take the next word. */
const WATCH_OPTION_WITH_VALUE = /^(?:-[nq]|--interval)$/;

const MAXIMUM_DEPTH = 3;

/**
 * Returns the commands of a script; in the place of one that hands a script to a shell (`bash -c '…'`, `ssh host "…"`,
 * `eval`, `watch`, `bash <<EOF`) stand the commands of that script.
 */
export function allCommands(base: MappedText, depth = 0): readonly ShellCommand[] {
  return readCommands(base).flatMap((read) => {
    const command = isWatch(read) ? { ...read, runs: 'endlessly' as const } : read;
    const script = depth < MAXIMUM_DEPTH ? scriptOf(command) : undefined;
    if (!script) return [command];
    if ('words' in script) return [{ ...command, words: script.words }];
    return asPartOf(command, script, allCommands(script.text, depth + 1));
  });
}

type Script = { readonly text: MappedText; readonly isEditable: boolean } | { readonly words: readonly Word[] };

function scriptOf({ words, redirections }: ShellCommand): Script | undefined {
  const index = programIndex(words);
  const name = programName(words[index]);
  const heredoc = redirections.findLast((redirection) => redirection.heredoc)?.heredoc;
  if (name === 'ssh') return remoteScript(words, index + 1, heredoc && heredocText(heredoc));
  if (name === 'watch') return commandBehind(words, behindOptions(words, index + 1, WATCH_OPTION_WITH_VALUE));
  if (name === 'eval') return inQuotes(words[index + 1]);
  if (!SHELLS.has(name)) return undefined;
  const option = words.findIndex(({ content }, at) => at > index && /^-[a-z]*c$/.test(content.text));
  if (option !== -1) return inQuotes(words[option + 1]);
  const readsInput = words.slice(index + 1).every(({ content }) => content.text.startsWith('-'));
  return heredoc && readsInput ? { text: heredocText(heredoc), isEditable: true } : undefined;
}

/** The command behind the host, or the script on its standard input when there is none. */
function remoteScript(words: readonly Word[], start: number, input: MappedText | undefined): Script | undefined {
  const host = behindOptions(words, start, SSH_OPTION_WITH_VALUE);
  const command = words.slice(host + 1);
  const shell = programName(command[programIndex(command)]);
  if (input && (command.length === 0 || SHELLS.has(shell))) return { text: input, isEditable: true };
  return commandBehind(words, host + 1);
}

function behindOptions(words: readonly Word[], start: number, takesNext: RegExp): number {
  let at = start;
  while (words[at]?.content.text.startsWith('-')) at += takesNext.test(words[at]?.content.text ?? '') ? 2 : 1;
  return at;
}

function commandBehind(words: readonly Word[], start: number): Script | undefined {
  const command = words.slice(start);
  return command.length > 1 ? { words: command } : inQuotes(command[0]);
}

function isWatch({ words }: ShellCommand): boolean {
  return programName(words[programIndex(words)]) === 'watch';
}

function inQuotes(word: Word | undefined): Script | undefined {
  if (!word) return undefined;
  const { content, range, hasOpenQuote } = word;
  const inside = content.rangeOf();
  const isWhole = inside.start === range.start + 1 && inside.end === range.end - 1;
  const isVerbatim = range.end - range.start === content.text.length + 2;
  return { text: content, isEditable: !hasOpenQuote && isWhole && isVerbatim };
}

/** What the outer command reads and writes, the first and the last command of its script do. */
function asPartOf(
  outer: ShellCommand,
  { isEditable }: { readonly isEditable: boolean },
  commands: readonly ShellCommand[],
): readonly ShellCommand[] {
  const input = outer.redirections.filter(({ heredoc }) => heredoc);
  return commands.map((command, index) => ({
    ...command,
    redirections: index === 0 ? [...command.redirections, ...input] : command.redirections,
    pipes: index === commands.length - 1 ? outer.pipes : command.pipes,
    nesting: isEditable && command.nesting !== 'uneditable' ? 'editable' : 'uneditable',
    runs: oftener(outer.runs, command.runs),
    functionName: command.functionName ?? outer.functionName,
    byVersion: command.byVersion || outer.byVersion,
  }));
}
