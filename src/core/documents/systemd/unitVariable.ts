import type { Range } from '../../text/range';
import type { SourceText } from '../../text/sourceText';
import type { CommandLine } from '../commandLine';
import type { ComponentName } from '../component';
import { componentOfVariable, takesArguments } from '../flags/componentOfVariable';
import { startsWithDash } from '../flags/dashes';
import { componentOfFlags } from '../flags/distinctiveFlags';
import type { FlagHost } from '../flags/flagHost';
import { flagLineEditor, uneditable } from '../flags/flagLineEditor';
import { readArguments } from '../flags/readArguments';
import { splitWords } from '../flags/splitWords';
import type { MappedText } from '../mappedText';
import type { UnitEntry } from './unitText';
import { environmentWordSyntax } from './unitWords';

/** One `NAME=value` of an `Environment=`. */
export interface UnitVariable {
  readonly name: string;
  readonly nameRange: Range;
  readonly value: MappedText;
  /** The whole assignment as written, quotes included. */
  readonly range: Range;
  /** True when a quote in the entry is never closed. */
  readonly hasOpenQuote: boolean;
}

/** Returns the assignments of an `Environment=` entry. */
export function unitVariables({ value }: UnitEntry): readonly UnitVariable[] {
  const words = splitWords(value, environmentWordSyntax);
  const hasOpenQuote = words.some((word) => word.hasOpenQuote);
  return words.flatMap(({ content, range }) => {
    const name = /^([A-Za-z_]\w*)=/.exec(content.text)?.[1];
    if (name === undefined) return [];
    return [
      { name, nameRange: content.rangeOf(0, name.length), value: content.slice(name.length + 1), range, hasOpenQuote },
    ];
  });
}

/** Returns the component whose flags a variable holds, judged by its name and value; undefined when it holds none. */
export function componentOfUnitVariable({ name, value }: UnitVariable): ComponentName | undefined {
  const words = splitWords(value);
  const first = words[0];
  const named = componentOfVariable(name, words);
  if (!first || first.unknown[0]?.start === 0) return takesArguments(name) ? named : undefined;
  if (named) return startsWithDash(first) || (takesArguments(name) && words.some(startsWithDash)) ? named : undefined;
  return /^--[A-Za-z]/.test(first.content.text) ? componentOfFlags(words) : undefined;
}

/** Returns the value of a variable read as flags of a component. */
export function unitVariableCommandLine(
  source: SourceText,
  variable: UnitVariable,
  component: ComponentName,
): CommandLine {
  const words = splitWords(variable.value);
  const found = readArguments(words, component);
  const range = variable.value.rangeOf();
  const hasOpenQuote = variable.hasOpenQuote || words.some((word) => word.hasOpenQuote);
  const room = hasOpenQuote ? undefined : roomFor(source, variable);
  return {
    component,
    variable: variable.name,
    range,
    headRange: variable.nameRange,
    arguments: found,
    editor: room
      ? flagLineEditor({
          source,
          component,
          range,
          afterProgram: false,
          arguments: found,
          encode: (text) => (/^[^\s"'\\$%]*$/.test(text) ? text : undefined),
          makeRoom: room,
        })
      : uneditable,
  };
}

/** An assignment in one pair of quotes has room; a bare one gets them; anything else is left alone. */
function roomFor(source: SourceText, { range }: UnitVariable): FlagHost['makeRoom'] | undefined {
  const written = source.slice(range).replace(/\\\r?\n/g, ' ');
  if (/^(?:\w+=)?(?:"[^"\\]*"|'[^'\\]*')$/.test(written)) return () => [];
  if (/["'\\\s]/.test(written)) return undefined;
  return () => [range.start, range.end].map((at) => ({ range: { start: at, end: at }, newText: '"' }));
}
