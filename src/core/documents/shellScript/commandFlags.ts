import type { SourceText } from '../../text/sourceText';
import type { Argument, CommandLine } from '../commandLine';
import { flagLineEditor, uneditable } from '../flags/flagLineEditor';
import { readArguments } from '../flags/readArguments';
import { findProgram } from '../flags/findProgram';
import { inVersionBranch } from '../versionBranch';
import type { ShellCommand } from './shellCommand';

/** Returns the flags of a component that a command runs; undefined for any other command, and for a question such as `--version`. */
export function commandFlags(source: SourceText, command: ShellCommand): CommandLine | undefined {
  const call = findProgram(command.words);
  const program = call && command.words[call.index];
  if (!program) return undefined;
  const { component } = call;
  const behind = command.words.slice(call.index + 1);
  const found = readArguments(behind, component);
  const range = { start: program.range.end, end: behind.at(-1)?.range.end ?? program.range.end };
  const line = { component, variable: undefined, range, headRange: program.content.rangeOf(), arguments: found };
  if (found.length === 0 || isQuestion(line)) return undefined;
  const isEditable =
    command.nesting !== 'uneditable' &&
    ![program, ...behind].some(({ hasOpenQuote }) => hasOpenQuote) &&
    command.redirections.every(({ range: { start } }) => start < range.start || start >= range.end);
  const encode = command.nesting === 'none' ? encodeFlag : plainText;
  const host = { source, component, range, afterProgram: true, arguments: found, encode, makeRoom: () => [] };
  const read = { editor: isEditable ? flagLineEditor(host) : uneditable, ...line };
  return command.byVersion ? inVersionBranch(read) : read;
}

function isQuestion({ arguments: [first, ...others] }: Pick<CommandLine, 'arguments'>): boolean {
  const isHelp = (argument: Argument): boolean =>
    argument.type === 'flag' && /^(?:help|h|version)$/.test(argument.flag.name);
  return (
    first !== undefined &&
    ([first, ...others].some(isHelp) || (first.type === 'stray' && first.stray.text === 'version'))
  );
}

/** Inside of other quotes nothing can be quoted. */
function plainText(text: string): string | undefined {
  return /^[\w./:=,@%+*-]*$/.test(text) ? text : undefined;
}

/** Returns a flag, or the value of one, as a shell script takes it. */
export function encodeFlag(text: string): string | undefined {
  if (/^[\w./:=,@%+-]*$/.test(text)) return text;
  return text.startsWith('--') && /^[^'\r\n]*$/.test(text) ? `'${text}'` : plainText(text);
}
