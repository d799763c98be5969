import type { CommandLine } from '../commandLine';
import { flagLineEditor, uneditable } from '../flags/flagLineEditor';
import { readArguments } from '../flags/readArguments';
import { findCallInScript, scriptOf, type ProgramCall } from '../flags/shellCommand';
import { hiddenArguments, type Container } from './containerCommand';
import type { ContainerWord } from './containerWords';
import { scriptCommands } from './scriptCommands';

/** Returns the command line of the component that a container's shell runs (`sh -c '…'`), or undefined. */
export function scriptCommand(container: Container, words: readonly ContainerWord[]): CommandLine | undefined {
  const { source } = container;
  const script = scriptOf(words);
  const word = words.find(({ range }) => range.start === script?.range.start);
  if (!script || !word) return undefined;
  const call = scriptCommands(script.content)
    .map(findCallInScript)
    .find((found) => found !== undefined);
  if (!call) return undefined;
  const found = readArguments(call.arguments, call.component);
  const head = call.program.content.rangeOf();
  const range = { start: call.program.range.end, end: call.arguments.at(-1)?.range.end ?? call.program.range.end };
  return {
    component: call.component,
    variable: undefined,
    range,
    headRange: head,
    arguments: container.templated ? [...found, hiddenArguments(head)] : found,
    editor: isEditable(container, word, call)
      ? flagLineEditor({
          source,
          component: call.component,
          range,
          afterProgram: true,
          arguments: found,
          encode: (text) => (/^[\w./:=@%+,-]*$/.test(text) && !text.endsWith(':') ? text : undefined),
          makeRoom: () => [],
        })
      : uneditable,
  };
}

/** True when the script stands in the file as the shell sees it, so that what stands around a flag can be copied. */
function isEditable(
  { source, templated }: Container,
  { scalar, range, list }: ContainerWord,
  call: ProgramCall,
): boolean {
  if (templated || scalar.range.start !== range.start) return false;
  if (scalar.style === 'plain' && list.style === 'flow') return false;
  const isAsWritten = source.slice(call.program.content.rangeOf()) === call.program.content.text;
  return isAsWritten && !call.arguments.some(({ hasOpenQuote }) => hasOpenQuote);
}
