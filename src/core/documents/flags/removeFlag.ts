import type { Range } from '../../text/range';
import type { Argument, Flag } from '../commandLine';
import type { LocalEdit } from '../localEdit';
import { gapAfter, gapBefore, indexAt, isTemplateStatement, rangeOf, type FlagHost } from './flagHost';
import { takesNextWord } from './flagTypes';

/**
 * Returns the edits that remove a flag with the blank or line that only it used, or undefined when what stands around it
 * would mean something else afterwards.
 */
export function removeFlag(host: FlagHost, flag: Flag): readonly LocalEdit[] | undefined {
  const index = indexAt(host, flag.range.start);
  const argument = host.arguments[index];
  if (argument?.type !== 'flag' || argument.flag.range.start !== flag.range.start) return undefined;
  if (changesMeaning(host, index)) return undefined;
  const before = gapBefore(host, argument);
  const after = gapAfter(host, argument);
  const isFirst = index === 0 && !host.afterProgram;
  const isLast = index === host.arguments.length - 1;
  if (isFirst && isLast) return [removal(host.range)];
  if (hasComment(host, before)) return removeLine(host, flag, before, isLast);
  const startsLine = isFirst || (hasLineEnd(host, before) && !hasLineEnd(host, after));
  if (isLast || !startsLine) return [removal({ start: before.start, end: flag.range.end })];
  if (hasComment(host, after)) return removeLine(host, flag, before, isLast);
  return [removal({ start: flag.range.start, end: after.end })];
}

/**
 * True when the flag keeps the one before it from taking the word behind it, a word from beginning a comment or a
 * quoted value, or a backslash from ending the line.
 */
function changesMeaning(host: FlagHost, index: number): boolean {
  const previous = host.arguments[index - 1];
  const next = host.arguments[index + 1];
  const start = previous ? rangeOf(previous).end : host.range.start;
  const character = host.source.text[start - 1];
  if (character === '\\') return true;
  if (next && !previous && character === '=' && /["']/.test(host.source.text.charAt(rangeOf(next).start))) return true;
  if (!next) return isBehindCondition(host, index);
  if (next.type !== 'stray') return false;
  return /^[#;]|\\$/.test(next.stray.text) || mayTakeNextWord(host, previous);
}

/** A condition ends right before the flag: the backslash inside of it would lead to whatever follows the command. */
function isBehindCondition({ source, range, arguments: all }: FlagHost, index: number): boolean {
  const [previous, argument] = all.slice(Math.max(index - 1, 0), index + 1);
  if (!argument || !isTemplateStatement(previous)) return false;
  return /\\\r?\n/.test(source.text.slice(range.start, rangeOf(argument).start));
}

function mayTakeNextWord({ component }: FlagHost, argument: Argument | undefined): boolean {
  if (argument?.type !== 'flag' || argument.flag.form !== 'bare') return false;
  return takesNextWord(component, argument.flag.name) !== false;
}

/** Comments stand between the flag and the one before: only the flag's own line goes. */
function removeLine(host: FlagHost, flag: Flag, before: Range, isLast: boolean): readonly LocalEdit[] | undefined {
  const { source } = host;
  const lineStart = source.lineStarts[source.lineAt(flag.range.start)] ?? 0;
  if (!isBlank(source.text.slice(lineStart, flag.range.start))) return undefined;
  if (!isLast) {
    const nextLine = source.lineStarts[source.lineAt(flag.range.end) + 1];
    const rest = source.text.slice(flag.range.end, nextLine).replace('\\', '');
    return nextLine !== undefined && isBlank(rest) ? [removal({ start: lineStart, end: nextLine })] : undefined;
  }
  const firstLineEnd = source.lineRange(source.lineAt(before.start)).end;
  return [
    removal({ start: before.start, end: firstLineEnd }),
    removal({ start: source.lineRange(source.lineAt(lineStart) - 1).end, end: flag.range.end }),
  ];
}

function removal(range: Range): LocalEdit {
  return { range, newText: '' };
}

function isBlank(text: string): boolean {
  return /^[ \t\r\n]*$/.test(text);
}

function hasLineEnd(host: FlagHost, gap: Range): boolean {
  return host.source.slice(gap).includes('\n');
}

function hasComment(host: FlagHost, gap: Range): boolean {
  return /^[ \t]*[#;]/m.test(host.source.slice(gap));
}
