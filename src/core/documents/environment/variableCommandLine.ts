import type { SourceText } from '../../text/sourceText';
import type { Argument, CommandLine, CommandLineEditor } from '../commandLine';
import type { ComponentName } from '../component';
import type { FlagHost } from '../flags/flagHost';
import { flagLineEditor, uneditable } from '../flags/flagLineEditor';
import { readArguments } from '../flags/readArguments';
import { splitWords, variableValueSyntax, type WordSyntax } from '../flags/splitWords';
import type { Assignment } from './assignments';

/** Returns the value of a variable read as flags of a component. */
export function variableCommandLine(
  source: SourceText,
  assignment: Assignment,
  component: ComponentName,
  syntax: WordSyntax = variableValueSyntax,
): CommandLine {
  const { name, nameRange, value, appends, editable } = assignment;
  const words = splitWords(value.content, syntax);
  const written = readArguments(words, component);
  const isWhole = editable && value.quoting !== 'mixed' && !words.some((word) => word.hasOpenQuote);
  const itself: Argument = {
    type: 'reference',
    reference: { variable: name, range: nameRange, templated: false, unsplit: false },
  };
  return {
    component,
    variable: name,
    range: value.range,
    headRange: nameRange,
    arguments: appends ? [itself, ...written] : written,
    editor: isWhole ? editorOf(source, assignment, component, written) : uneditable,
  };
}

function editorOf(
  source: SourceText,
  { value }: Assignment,
  component: ComponentName,
  written: readonly Argument[],
): CommandLineEditor {
  const bare = value.quoting === 'none';
  return flagLineEditor({
    source,
    component,
    range: value.range,
    afterProgram: false,
    arguments: written,
    encode: (text) => ((bare ? /^[\w./:=,@%+{}[\]*-]*$/ : /^[^\s"'\\$`]*$/).test(text) ? text : undefined),
    makeRoom: () => (bare ? quoteWhole(source, value.range) : []),
  });
}

/** A bare value that already holds several words is one that systemd reads; a single word may be a shell's. */
function quoteWhole(source: SourceText, range: { start: number; end: number }): ReturnType<FlagHost['makeRoom']> {
  const text = source.slice(range);
  if (/\s/.test(text)) return [];
  if (/["\\`]/.test(text)) return undefined;
  return [range.start, range.end].map((at) => ({ range: { start: at, end: at }, newText: '"' }));
}
