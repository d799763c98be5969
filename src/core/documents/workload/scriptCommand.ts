import type { CommandLine } from '../commandLine';
import { findProgram } from '../flags/findProgram';
import { scriptOf } from '../flags/shellCommand';
import { commandFlags } from '../shellScript/commandFlags';
import { allCommands } from '../shellScript/nestedCommands';
import { isFoldedFlow } from '../yaml/foldedFlow';
import { hiddenArguments } from './hiddenArguments';
import type { Container } from './container';
import type { ContainerWord } from './containerWords';

/** Returns the command line of the component that a container's shell runs (`sh -c '…'`), or undefined. */
export function scriptCommand(container: Container, words: readonly ContainerWord[]): CommandLine | undefined {
  const script = scriptOf(words);
  const word = words.find(({ range }) => range.start === script?.range.start);
  const command = script && allCommands(script.content).find((one) => findProgram(one.words));
  if (!word || !command) return undefined;
  const canEdit = command.nesting !== 'uneditable' && isEditable(container, word);
  const line = commandFlags(container.source, { ...command, nesting: canEdit ? 'editable' : 'uneditable' });
  if (!line || !container.templated) return line;
  return { ...line, arguments: [...line.arguments, hiddenArguments(line.headRange)] };
}

/** True when the script stands in the file as the shell sees it, so that what stands around a flag can be copied. */
function isEditable({ source, templated }: Container, { content, scalar, range, list }: ContainerWord): boolean {
  if (templated || scalar.range.start !== range.start || isFoldedFlow(source, scalar)) return false;
  if (scalar.style === 'plain' && list.style === 'flow') return false;
  return content.text !== '' && source.slice(content.rangeOf(0, 1)) === content.text.charAt(0);
}
