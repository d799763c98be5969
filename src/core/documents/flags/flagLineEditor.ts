import type { TextEdit } from '../../text/edit';
import type { Range } from '../../text/range';
import type { SourceText } from '../../text/sourceText';
import type { Argument, CommandLineEditor, Flag } from '../commandLine';

/** What an editor must know of the host that a command line stands in. */
export interface FlagHost {
  readonly source: SourceText;
  /** The stretch that holds the arguments, without quotes around it. */
  readonly range: Range;
  /** True when a program stands right before `range`, so that the first argument needs a blank before it. */
  readonly afterProgram: boolean;
  readonly arguments: readonly Argument[];
  /** Returns a flag as the host wants it written, or undefined when that cannot be done safely. */
  encode(text: string): string | undefined;
  /** Returns edits that let the host hold more than one word; none when it already does, undefined when it cannot. */
  makeRoom(): readonly Omit<TextEdit, 'path'>[] | undefined;
}

type Edit = Omit<TextEdit, 'path'>;

/** Returns an editor that copies the way the flags already stand: blanks, continuation and indentation come from the neighbours. */
export function flagLineEditor(host: FlagHost): CommandLineEditor {
  const located = (edits: readonly Edit[] | undefined): readonly TextEdit[] | undefined =>
    edits?.map((edit) => ({ path: host.source.path, ...edit }));
  return {
    add: (flag) => located(addFlag(host, flag)),
    remove: (flag) => located(removeFlag(host, flag)),
    setValue: (flag, value) => located(setValue(host, flag, value)),
    rename: (flag, name) => located(renameFlag(host, flag, name)),
  };
}

/** The editor of a place that cannot be edited safely. */
export const uneditable: CommandLineEditor = {
  add: () => undefined,
  remove: () => undefined,
  setValue: () => undefined,
  rename: () => undefined,
};

function addFlag(host: FlagHost, flag: string): readonly Edit[] | undefined {
  const text = host.encode(flag);
  if (text === undefined || host.arguments.some(isTemplateStatement)) return undefined;
  const last =
    host.arguments.findLast(({ type }) => type === 'flag') ??
    host.arguments.findLast(({ type }) => type === 'reference');
  if (!last) return addFirst(host, text);
  const room = host.makeRoom();
  if (!room) return undefined;
  const { end } = rangeOf(valueLike(host, last) ?? last);
  const added: Edit = { range: { start: end, end }, newText: separatorAfter(host, last) + text };
  return [...room.filter(({ range }) => range.start < end), added, ...room.filter(({ range }) => range.start >= end)];
}

function addFirst(host: FlagHost, text: string): readonly Edit[] {
  const at = { start: host.range.start, end: host.range.start };
  return [{ range: at, newText: host.afterProgram ? ` ${text}` : text }];
}

/** `{% if … %}` and its kind: a flag put behind one may land inside the condition. */
function isTemplateStatement(argument: Argument): boolean {
  if (argument.type !== 'reference' || !argument.reference.templated) return false;
  return /^(?:\{%|<%(?!=)|\{\{-?\s*(?:if|else|end|range|with|define|block)\b)/.test(argument.reference.variable);
}

/** `--rotate-certificates false`: the stray word was meant for the flag in front of it and stays there. */
function valueLike(host: FlagHost, argument: Argument): Argument | undefined {
  const next = host.arguments[host.arguments.indexOf(argument) + 1];
  return next?.type === 'stray' && /^[\w.]/.test(next.stray.text) ? next : undefined;
}

/** The gap in front of the argument, or the one behind it when it is the first; without comments that stand in it. */
function separatorAfter(host: FlagHost, argument: Argument): string {
  const before = gapBefore(host, argument);
  const gap = before.end > before.start ? before : gapAfter(host, argument);
  const text = host.source.slice(gap);
  const firstLineEnd = /\r?\n/.exec(text);
  if (!firstLineEnd) return ' ';
  const indentation = text.slice(text.lastIndexOf('\n') + 1);
  return text.slice(0, firstLineEnd.index) + firstLineEnd[0] + indentation;
}

function gapBefore(host: FlagHost, argument: Argument): Range {
  const previous = host.arguments[host.arguments.indexOf(argument) - 1];
  return { start: previous ? rangeOf(previous).end : host.range.start, end: rangeOf(argument).start };
}

function gapAfter(host: FlagHost, argument: Argument): Range {
  const next = host.arguments[host.arguments.indexOf(argument) + 1];
  return { start: rangeOf(argument).end, end: next ? rangeOf(next).start : host.range.end };
}

/** Returns the place of an argument as written. */
export function rangeOf(argument: Argument): Range {
  if (argument.type === 'flag') return argument.flag.range;
  return argument.type === 'reference' ? argument.reference.range : argument.stray.range;
}

function removeFlag(host: FlagHost, flag: Flag): readonly Edit[] | undefined {
  const index = host.arguments.findIndex(
    (argument) => argument.type === 'flag' && argument.flag.range.start === flag.range.start,
  );
  const argument = host.arguments[index];
  if (!argument) return undefined;
  const before = gapBefore(host, argument);
  const after = gapAfter(host, argument);
  const isLast = index === host.arguments.length - 1;
  if (isLast && index === 0 && !host.afterProgram) return [removal(host.range)];
  if (hasComment(host, before)) return removeLine(host, flag, before, isLast);
  const wasFirst = index === 0 && !host.afterProgram;
  const startsLine = hasLineEnd(host, before) && !hasLineEnd(host, after);
  if (!isLast && (wasFirst || startsLine)) {
    return hasComment(host, after)
      ? removeLine(host, flag, before, isLast)
      : [removal({ start: flag.range.start, end: after.end })];
  }
  return [removal({ start: before.start, end: flag.range.end })];
}

/** Comments stand between the flag and the one before: only the flag's own line goes. */
function removeLine(host: FlagHost, flag: Flag, before: Range, isLast: boolean): readonly Edit[] | undefined {
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

function setValue(host: FlagHost, flag: Flag, value: string): readonly Edit[] | undefined {
  const text = host.encode(value);
  if (text === undefined) return undefined;
  if (!flag.valueRange) {
    if (!flag.writtenName.startsWith('--')) return undefined;
    return [{ range: { start: flag.range.end, end: flag.range.end }, newText: `=${text}` }];
  }
  const isAsWritten = host.source.slice(flag.valueRange) === flag.value;
  return isAsWritten && value !== '' ? [{ range: flag.valueRange, newText: text }] : undefined;
}

function renameFlag(host: FlagHost, flag: Flag, name: string): readonly Edit[] | undefined {
  const isAsWritten = host.source.slice(flag.nameRange) === flag.writtenName;
  const text = host.encode(name);
  if (!isAsWritten || text === undefined || !flag.writtenName.startsWith('--')) return undefined;
  return [{ range: { start: flag.nameRange.start + 2, end: flag.nameRange.end }, newText: text }];
}

function removal(range: Range): Edit {
  return { range, newText: '' };
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

function hasLineEnd(host: FlagHost, gap: Range): boolean {
  return host.source.slice(gap).includes('\n');
}

function hasComment(host: FlagHost, gap: Range): boolean {
  return /^[ \t]*[#;]/m.test(host.source.slice(gap));
}
