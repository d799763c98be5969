import type { CommandLine } from '../commandLine';
import { findProgram } from '../flags/findProgram';
import { uneditable } from '../flags/flagLineEditor';
import { readArguments } from '../flags/readArguments';
import type { Word } from '../flags/word';
import { resolved, scalarOf, valueOf, type YamlMapping, type YamlNode, type YamlSequence } from '../yaml/node';
import type { Container, ContainerCall } from './container';
import { environmentOf, wordsOf, type ContainerWord } from './containerWords';
import { hiddenArguments } from './hiddenArguments';
import { componentOfImage } from './image';
import { itemsEditor } from './itemsEditor';
import { scriptCommand } from './scriptCommand';

/** Returns the command line of the component that a container runs, or undefined when it runs another program. */
export function containerCommand(container: Container): CommandLine | undefined {
  const { source, node } = container;
  const command = wordList(valueOf(node, 'command'));
  const args = wordList(valueOf(node, 'args'));
  if (command === 'unreadable' || args === 'unreadable') return undefined;
  const environment = environmentOf(node);
  const words = [command, args].flatMap((list) => (list ? wordsOf(source, list, environment) : []));
  const call = findCall(container, words, command !== undefined);
  if (!call) return scriptCommand(container, words);
  const found = readArguments(call.arguments, call.component);
  const last = (args ?? command)?.range;
  return {
    component: call.component,
    variable: undefined,
    range: { start: Math.min(call.head.end, last?.start ?? call.head.end), end: last?.end ?? call.head.end },
    headRange: call.head,
    arguments: container.templated ? [...found, hiddenArguments(call.head)] : found,
    editor:
      isOwn(node, command) && isOwn(node, args) ? itemsEditor(container, call, found, args ?? command) : uneditable,
  };
}

/** Without `command` the image runs its own program, and `args` are what stands behind it. */
function findCall(
  { node }: Container,
  words: readonly ContainerWord[],
  hasCommand: boolean,
): ContainerCall | undefined {
  const found = findProgram(words);
  const program: Word | undefined = found && words[found.index];
  if (found && program) {
    return { component: found.component, head: program.content.rangeOf(), arguments: words.slice(found.index + 1) };
  }
  const image = scalarOf(node, 'image');
  const component = image && componentOfImage(image.value);
  const isArguments = words[0]?.content.text.startsWith('-') === true;
  if (hasCommand || !component || !isArguments) return undefined;
  return { component, head: image.range, arguments: words };
}

/** A list of texts; none when nothing is written. */
function wordList(node: YamlNode | undefined): YamlSequence | undefined | 'unreadable' {
  if (node === undefined || (node.kind === 'scalar' && node.type === 'null')) return undefined;
  const isList = node.kind === 'sequence' && node.items.every((item) => resolved(item)?.kind === 'scalar');
  return isList ? node : 'unreadable';
}

/** A list behind an alias may be another container's as well. */
function isOwn({ range }: YamlMapping, list: YamlSequence | undefined): boolean {
  return list === undefined || (range.start <= list.range.start && list.range.end <= range.end);
}
