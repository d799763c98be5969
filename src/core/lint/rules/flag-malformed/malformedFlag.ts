import type { Argument, CommandLine, Flag } from '../../../documents/commandLine';
import type { ParsedFile } from '../../../documents/document';
import { goBoolean } from '../../../cluster/goBoolean';
import { booleanError, durationError } from '../../../cluster/goErrors';
import type { ComponentName } from '../../../documents/component';
import type { FlagType } from '../../../kubernetes/data';
import type { Draft, DraftFix, RuleContext } from '../../rule';
import { leftoverError } from './leftover';
import { isRefused } from '../../../cluster/valueProblem';

/** What a value of each type is, in words. */
const typeWords: Readonly<Partial<Record<FlagType, string>>> = {
  bool: 'true or false',
  duration: 'a duration such as 8760h or 1h30m',
  float: 'a number',
  int: 'a whole number',
  uint: 'a whole number that is not negative',
};

/** Returns what is wrong with a flag's value as Go's pflag reads it; nothing where a template stands. */
export function malformedFlag(
  file: ParsedFile,
  line: CommandLine,
  index: number,
  flag: Flag,
  context: RuleContext,
): readonly Draft[] {
  const { component } = line;
  const { type, typeFrom } = context.kubernetes.flag(component, flag.name, context.cluster.target.release);
  if (flag.templated || type === undefined) return [];
  const params = { component, flag: flag.name, type: typeWords[type] ?? '' };
  const draft = { path: file.source.path, range: flag.range, params };
  if (flag.form === 'bare') {
    if (type !== 'bool' && type !== 'version') return [{ ...draft, message: 'missingValue' }];
    return separateBoolean(file, flag, line.arguments[index + 1], draft);
  }
  const value = flag.value ?? '';
  if (value.includes('\u00a0')) return [noBreakSpace(file, flag, draft)];
  if (flag.form === 'separate' && isFlagOf(value, component, context)) return [{ ...draft, message: 'swallowed' }];
  return typeFrom !== 'field' && isRefused(type, value) ? [wrongType(draft, type, value)] : [];
}

/** Up to here a value is sure to be short enough for a message, and none that must stay secret. */
const QUOTABLE = /^[\w.:+-]{0,20}$/;

function wrongType(draft: Start, type: FlagType, value: string): Draft {
  const error = errors[type]?.(value);
  if (error === undefined || !QUOTABLE.test(value)) return { ...draft, message: 'wrongType' };
  return { ...draft, message: 'wrongTypeRecorded', params: { ...draft.params, error } };
}

const errors: Readonly<Partial<Record<FlagType, (value: string) => string>>> = {
  bool: booleanError,
  duration: durationError,
};

interface Start extends Pick<Draft, 'path' | 'range'> {
  readonly params: { readonly component: ComponentName; readonly flag: string; readonly type: string };
}

function isFlagOf(text: string, component: CommandLine['component'], { kubernetes, cluster }: RuleContext): boolean {
  const name = /^--([a-z][\w-]*)/.exec(text)?.[1];
  return name !== undefined && kubernetes.flag(component, name, cluster.target.release).state !== 'unknown';
}

/** `--rotate-certificates false`: the flag is true and the word is left over (trace 14-flags). */
function separateBoolean(
  { source }: ParsedFile,
  flag: Flag,
  next: Argument | undefined,
  draft: Start,
): readonly Draft[] {
  if (next?.type !== 'stray' || goBoolean(next.stray.text) === undefined) return [];
  const gap = { start: flag.range.end, end: next.stray.range.start };
  const isJoinable = /^[ \t]+$/.test(source.slice(gap)) && source.slice(next.stray.range) === next.stray.text;
  const edits = [{ path: source.path, range: gap, newText: '=' }];
  const params = { ...draft.params, value: next.stray.text, error: leftoverError(draft.params.component) };
  const fixes: readonly DraftFix[] = isJoinable ? [{ title: 'join', params, safe: true, edits }] : [];
  const range = { start: flag.range.start, end: next.stray.range.end };
  return [{ ...draft, range, message: 'separateBoolean', params, fixes }];
}

function noBreakSpace({ source }: ParsedFile, flag: Flag, draft: Start): Draft {
  const written = source.slice(flag.range);
  const edits = [...written.matchAll(/\u00a0+/g)].map((match) => ({
    path: source.path,
    range: { start: flag.range.start + match.index, end: flag.range.start + match.index + match[0].length },
    newText: ' ',
  }));
  return { ...draft, message: 'noBreakSpace', fixes: [{ title: 'plainSpace', safe: true, edits }] };
}
