import { shorthandError } from '../../../cluster/goErrors';
import type { Argument, CommandLine, StrayArgument } from '../../../documents/commandLine';
import type { ComponentName } from '../../../documents/component';
import type { ParsedFile } from '../../../documents/document';
import { goBoolean } from '../../../cluster/goBoolean';
import { isAtLeast } from '../../../kubernetes/release';
import type { SourceText } from '../../../text/sourceText';
import type { Draft, RuleContext } from '../../rule';
import { blankBehindBackslash } from './blankBehindBackslash';
import { doubledBackslash } from './doubledBackslash';
import { landmarksOf } from './landmarks';

/** Returns what a component of 1.20 was seen to say of a word that no flag takes; the word itself is left out (14-flags). */
export function leftoverError(component: ComponentName): string {
  return component === 'kubelet' ? 'unknown command' : 'does not take any arguments';
}

const TEMPLATE = /\$|\{\{|\{%|<%/;

/** Returns what is wrong with a word that is neither a flag nor a value; nothing where it may belong to something out of view. */
export function leftover(
  { source }: ParsedFile,
  line: CommandLine,
  index: number,
  { cluster }: RuleContext,
): readonly Draft[] {
  const argument = line.arguments[index];
  if (argument?.type !== 'stray' || argument.stray.text === '--' || !isCertain(line, index)) return [];
  const { text, range } = argument.stray;
  const { component } = line;
  const { release } = cluster.target;
  const draft = { path: source.path, range };
  const { end, word } = landmarksOf(line);
  const meant = end < index ? undefined : meantAsFlag(component, text);
  if (meant) return [{ ...draft, ...meant }];
  // One word left over is enough to stop the component; what stands behind it is the same mistake.
  if ((text === '' && component !== 'kubelet') || word < index) return [];
  const cut = cutList(source, line, index);
  if (cut) return [cut];
  const isRecorded = isAtLeast(release, '1.20');
  const message = isRecorded ? 'stray' : 'strayEarlier';
  return [
    {
      ...(idleBackslash(source, argument.stray) ?? { ...draft, message }),
      params: { component, release, error: leftoverError(component) },
      ...(!isRecorded && { severity: 'warning' as const }),
    },
  ];
}

/** A backslash that was meant to let the line go on. */
function idleBackslash(source: SourceText, stray: StrayArgument): Omit<Draft, 'params'> | undefined {
  return doubledBackslash(source, stray) ?? blankBehindBackslash(source, stray);
}

/** Dashes in front, but no flag: single letters, or no name behind two dashes. */
function meantAsFlag(component: ComponentName, text: string): Pick<Draft, 'message' | 'params'> | undefined {
  if (text.startsWith('--')) return { message: 'syntax', params: { component } };
  const error = shorthandError(text);
  return error === undefined ? undefined : { message: 'dashRecorded', params: { component, error } };
}

/** `--feature-gates=A=true, B=true`: outside of quotes the blank ends the value. */
function cutList(source: SourceText, { component, arguments: all }: CommandLine, index: number): Draft | undefined {
  const [before, stray] = [all[index - 1], all[index]];
  if (before?.type !== 'flag' || stray?.type !== 'stray' || before.flag.value?.endsWith(',') !== true) return undefined;
  const gap = { start: before.flag.range.end, end: stray.stray.range.start };
  if (!/^[ \t]+$/.test(source.slice(gap))) return undefined;
  const edits = [{ path: source.path, range: gap, newText: '' }];
  return {
    path: source.path,
    range: stray.stray.range,
    message: 'cutList',
    params: { component, flag: before.flag.name, error: leftoverError(component) },
    fixes: [{ title: 'closeGap', safe: true, edits }],
  };
}

/** A flag in a variable written elsewhere may take the word; a variable's value without flags may be no command line. */
function isCertain(line: CommandLine, index: number): boolean {
  const { arguments: all, variable } = line;
  const argument = all[index];
  const before = all[index - 1];
  if (argument?.type === 'stray' && TEMPLATE.test(argument.stray.text)) return false;
  if (before?.type === 'reference' || isTakenByName(before)) return false;
  if (argument?.type === 'stray' && isValueOf(before, argument.stray.text)) return false;
  return variable === undefined || landmarksOf(line).flag < index;
}

/** The bare flag in front is one whose type is not known, or hidden by a template. */
function isTakenByName(before: Argument | undefined): boolean {
  return before?.type === 'flag' && before.flag.templated;
}

/** `--rotate-certificates false`, which is told as a whole. */
function isValueOf(before: Argument | undefined, text: string): boolean {
  return before?.type === 'flag' && before.flag.form === 'bare' && goBoolean(text) !== undefined;
}
