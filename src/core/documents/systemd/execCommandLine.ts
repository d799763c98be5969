import type { SourceText } from '../../text/sourceText';
import type { CommandLine, CutOff } from '../commandLine';
import { flagLineEditor, uneditable } from '../flags/flagLineEditor';
import { readArguments } from '../flags/readArguments';
import { findCall, type ProgramCall } from '../flags/shellCommand';
import { splitWords } from '../flags/splitWords';
import type { Word } from '../flags/word';
import type { UnitEntry } from './unitText';
import { execWordSyntax } from './unitWords';

/** Returns the command line of a component that an `ExecStart=` runs, or undefined when it runs another program. */
export function execCommandLine(source: SourceText, entry: UnitEntry): CommandLine | undefined {
  const command = commandOf(entry);
  const call = command && findCall(command.words);
  if (!call) return undefined;
  const found = readArguments(call.arguments, call.component);
  const start = Math.max(call.program.range.end, call.script ? 0 : command.start);
  const hasOpenQuote = [...command.words, ...call.arguments].some((word) => word.hasOpenQuote);
  const range = { start, end: call.arguments.at(-1)?.range.end ?? start };
  return {
    component: call.component,
    variable: undefined,
    range,
    headRange: call.name.content.rangeOf(),
    arguments: found,
    ...(entry.cutOff.length > 0 && !hasOpenQuote && { cutOff: cutOffOf(source, entry) }),
    editor:
      !hasOpenQuote && isEditable(source, call)
        ? flagLineEditor({
            source,
            component: call.component,
            range,
            afterProgram: true,
            arguments: found,
            encode: (text) => (/^[^\s"'\\$%;]*$/.test(text) ? text : undefined),
            makeRoom: () => [],
          })
        : uneditable,
  };
}

function cutOffOf(source: SourceText, { end, cutOff }: UnitEntry): CutOff {
  return { after: end, lines: cutOff.map((range) => ({ range, text: source.slice(range) })) };
}

/** The words of the first command of an entry, and the place from which on words are arguments. */
function commandOf({ value }: UnitEntry): { readonly words: readonly Word[]; readonly start: number } | undefined {
  const prefix = /^[-@:+!|]*/.exec(value.text)?.[0] ?? '';
  const all = splitWords(value.slice(prefix.length), execWordSyntax);
  const end = all.findIndex(({ content }) => content.text === ';');
  const [program, ...others] = end === -1 ? all : all.slice(0, end);
  if (!program) return undefined;
  if (!prefix.includes('@')) return { words: [program, ...others], start: program.range.end };
  // With `@` the second word is what the program sees as its own name.
  const [ownName, ...behind] = others;
  return ownName && { words: [program, ...behind], start: ownName.range.end };
}

function isEditable(source: SourceText, { script }: ProgramCall): boolean {
  return !script || isQuotedWhole(source.slice(script.range));
}

/** True for one pair of quotes around everything: only then is what stands behind a word still inside. */
function isQuotedWhole(written: string): boolean {
  const quote = written[0];
  return (quote === '"' || quote === "'") && written.indexOf(quote, 1) === written.length - 1;
}
