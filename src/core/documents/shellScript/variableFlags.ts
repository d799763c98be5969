import type { SourceText } from '../../text/sourceText';
import type { Argument, CommandLine } from '../commandLine';
import type { ComponentName } from '../component';
import type { Quoting } from '../environment/value';
import { variableCommandLine } from '../environment/variableCommandLine';
import { componentOfVariable, takesArguments } from '../flags/componentOfVariable';
import { startsWithDash } from '../flags/dashes';
import { componentOfFlags } from '../flags/distinctiveFlags';
import { flagLineEditor, uneditable } from '../flags/flagLineEditor';
import { readArguments } from '../flags/readArguments';
import { splitWords, type WordSyntax } from '../flags/splitWords';
import type { Word } from '../flags/word';
import type { MappedText } from '../mappedText';
import { inVersionBranch } from '../versionBranch';
import { encodeFlag } from './commandFlags';
import { expansionReader } from './readCommands';
import type { ShellAssignment } from './shellCommand';

/** A variable of a script with what decides how far its value can be trusted and changed. */
export interface ScriptVariable {
  readonly assignment: ShellAssignment;
  readonly isEditable: boolean;
  /** True when another assignment may win over this one: which of them does depends on how the script runs. */
  readonly hasRival: boolean;
  readonly byVersion: boolean;
}

/** Returns the component whose flags a variable holds, judged by its name and value; undefined when it holds none. */
export function componentOfAssignment({ name, value }: ShellAssignment): ComponentName | undefined {
  const words = 'content' in value ? wordsIn(value.content) : value;
  const named = componentOfVariable(name, words);
  const first = words[0];
  if (!first || first.unknown[0]?.start === 0) return takesArguments(name) ? named : undefined;
  if (named) return startsWithDash(first) || (takesArguments(name) && words.some(startsWithDash)) ? named : undefined;
  return /^--[A-Za-z]/.test(first.content.text) ? componentOfFlags(words) : undefined;
}

/** Returns the value of a variable read as flags of a component. */
export function variableFlags(source: SourceText, variable: ScriptVariable, component: ComponentName): CommandLine {
  const { assignment, isEditable, hasRival, byVersion } = variable;
  const { value } = assignment;
  const line =
    'content' in value ? textFlags(source, variable, value, component) : arrayFlags(source, variable, value, component);
  const read = {
    ...line,
    arguments: hasRival ? [itself(assignment), ...line.arguments] : line.arguments,
    editor: isEditable ? line.editor : uneditable,
  };
  return byVersion ? inVersionBranch(read) : read;
}

/** Stands for flags that are written elsewhere: what the variable held before, or holds instead. */
function itself({ name, nameRange, appends }: ShellAssignment): Argument {
  return { type: 'reference', reference: { variable: name, range: nameRange, templated: !appends, unsplit: false } };
}

function textFlags(
  source: SourceText,
  { assignment }: ScriptVariable,
  value: Word,
  component: ComponentName,
): CommandLine {
  const quoting = quotingOf(source, value);
  const openQuote = value.hasOpenQuote ? value.range.start : undefined;
  const inset = quoting === 'double' || quoting === 'single' ? 1 : 0;
  const range = { start: value.range.start + inset, end: value.range.end - inset };
  const read = { quoting, content: value.content, range, openQuote, next: value.range.end };
  const written = { editable: !value.hasOpenQuote, ...assignment, value: read };
  return variableCommandLine(source, written, component, syntaxFor(value.content));
}

function arrayFlags(
  source: SourceText,
  { assignment }: ScriptVariable,
  elements: readonly Word[],
  component: ComponentName,
): CommandLine {
  const { name, nameRange, valueRange: range, appends } = assignment;
  const found = readArguments(elements, component);
  const host = {
    source,
    component,
    range,
    afterProgram: false,
    arguments: found,
    encode: encodeFlag,
    makeRoom: () => [],
  };
  return {
    component,
    variable: name,
    range,
    headRange: nameRange,
    arguments: appends ? [itself(assignment), ...found] : found,
    editor: elements.some(({ hasOpenQuote }) => hasOpenQuote) ? uneditable : flagLineEditor(host),
  };
}

function quotingOf(source: SourceText, { content, range }: Word): Quoting {
  const written = source.slice(range);
  const quote = written.charAt(0);
  if (!/["'\\]/.test(written)) return 'none';
  if (/["']/.test(quote) && written.endsWith(quote) && written.length > 1 && !content.text.includes(quote))
    return quote === '"' ? 'double' : 'single';
  return 'mixed';
}

function wordsIn(content: MappedText): readonly Word[] {
  return splitWords(content, syntaxFor(content));
}

/** A value is split at its blanks; `$(…)` in it stays one word. */
function syntaxFor(content: MappedText): WordSyntax {
  const reader = expansionReader(content);
  return {
    escapeAt: () => undefined,
    unknownAt(_, at, quote) {
      const expansion = quote === "'" ? undefined : reader.expansionAt(at);
      if (!expansion) return undefined;
      const { name, length } = expansion;
      return { type: name === undefined ? 'template' : 'variable', name, unsplit: quote !== undefined, length };
    },
  };
}
