import type { Argument, CommandLine, Flag } from '../../../documents/commandLine';
import type { ParsedFile } from '../../../documents/document';
import { goBoolean } from '../../../cluster/goBoolean';
import type { FlagType } from '../../../kubernetes/data';
import type { Draft, DraftFix, RuleContext } from '../../rule';
import { isRefused } from '../../valueProblem';

/** What a value of each type is, in words. */
const typeWords: Readonly<Partial<Record<FlagType, string>>> = {
  bool: 'true or false',
  duration: 'a duration of hours, minutes and seconds, such as 8760h or 1h30m',
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
  return typeFrom !== 'field' && isRefused(type, value) ? [{ ...draft, message: 'wrongType' }] : [];
}

type Start = Pick<Draft, 'path' | 'range'> & { readonly params: Readonly<Record<string, string>> };

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
  const params = { flag: flag.name, value: next.stray.text };
  const fixes: readonly DraftFix[] = isJoinable ? [{ title: 'join', params, safe: true, edits }] : [];
  const range = { start: flag.range.start, end: next.stray.range.end };
  return [{ ...draft, range, message: 'separateBoolean', fixes }];
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
