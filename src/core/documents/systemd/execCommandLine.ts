import type { SourceText } from '../../text/sourceText';
import type { CommandLine } from '../commandLine';
import { flagLineEditor } from '../flags/flagLineEditor';
import { readArguments } from '../flags/readArguments';
import { findCall } from '../flags/shellCommand';
import { splitWords } from '../flags/splitWords';
import type { UnitEntry } from './unitText';
import { execWordSyntax } from './unitWords';

/** Returns the command line of a component that an `ExecStart=` runs, or undefined when it runs another program. */
export function execCommandLine(source: SourceText, { value }: UnitEntry): CommandLine | undefined {
  const prefix = /^[-@:+!|]*/.exec(value.text)?.[0] ?? '';
  const [program, ...others] = splitWords(value.slice(prefix.length), execWordSyntax);
  if (!program) return undefined;
  const words = [program, ...others.slice(prefix.includes('@') ? 1 : 0)];
  const end = words.findIndex(({ content }) => content.text === ';');
  const call = findCall(end === -1 ? words : words.slice(0, end));
  if (!call) return undefined;
  const found = readArguments(call.arguments, call.component);
  const start = call.program.range.end;
  const range = { start, end: call.arguments.at(-1)?.range.end ?? start };
  return {
    component: call.component,
    variable: undefined,
    range,
    headRange: call.program.content.rangeOf(),
    arguments: found,
    editor: flagLineEditor({
      source,
      range,
      afterProgram: true,
      arguments: found,
      encode: (text) => (/^[^\s"'\\$%;]*$/.test(text) ? text : undefined),
      makeRoom: () => [],
    }),
  };
}
