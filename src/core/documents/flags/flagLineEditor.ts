import type { TextEdit } from '../../text/edit';
import type { Argument, CommandLineEditor, Flag } from '../commandLine';
import type { LocalEdit } from '../localEdit';
import { gapAfter, gapBefore, isTemplateStatement, rangeOf, type FlagHost } from './flagHost';
import { takesNextWord } from './flagTypes';
import { removeFlag } from './removeFlag';

/** Returns an editor that copies the way the flags already stand: blanks, continuation and indentation come from the neighbours. */
export function flagLineEditor(host: FlagHost): CommandLineEditor {
  const located = (edits: readonly LocalEdit[] | undefined): readonly TextEdit[] | undefined =>
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

function addFlag(host: FlagHost, flag: string): readonly LocalEdit[] | undefined {
  const text = host.encode(flag);
  if (text === undefined || host.arguments.some(isTemplateStatement) || lacksValue(host)) return undefined;
  const last =
    host.arguments.findLast(({ type }) => type === 'flag') ??
    host.arguments.findLast(({ type }) => type === 'reference');
  if (!last) return addFirst(host, text);
  const room = host.makeRoom();
  if (!room || isBehindEnd(host, last)) return undefined;
  const { end } = rangeOf(valueLike(host, last) ?? last);
  if (host.source.text[end - 1] === '\\') return undefined;
  const added: LocalEdit = { range: { start: end, end }, newText: separatorAfter(host, last) + text };
  return [...room.filter(({ range }) => range.start < end), added, ...room.filter(({ range }) => range.start >= end)];
}

function addFirst(host: FlagHost, text: string): readonly LocalEdit[] | undefined {
  const at = { start: host.range.start, end: host.range.start };
  if (host.afterProgram) return [{ range: at, newText: ` ${text}` }];
  if (host.arguments.length === 0) return [{ range: at, newText: text }];
  const room = host.makeRoom();
  return room && [...room.slice(0, 1), { range: at, newText: `${text} ` }, ...room.slice(1)];
}

/** True behind a `--`, where nothing is a flag any more. */
function isBehindEnd(host: FlagHost, last: Argument): boolean {
  const before = host.arguments.slice(0, host.arguments.indexOf(last));
  return before.some((argument) => argument.type === 'stray' && argument.stray.text === '--');
}

/** True when the last flag lacks its value: whatever is put behind it would become that. */
function lacksValue(host: FlagHost): boolean {
  const last = host.arguments.findLast(({ type }) => type === 'flag');
  if (last?.type !== 'flag' || last.flag.form !== 'bare') return false;
  return last.flag.writtenName === '-v' || takesNextWord(host.component, last.flag.name) === true;
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
  const lineEnd = text.slice(0, firstLineEnd.index).replace(/#.*/, '').trimEnd();
  // Shells join what stands around a backslash and a line end.
  const blank = lineEnd.startsWith('\\') && indentation === '' ? ' ' : '';
  return blank + lineEnd + firstLineEnd[0] + indentation;
}

function setValue(host: FlagHost, flag: Flag, value: string): readonly LocalEdit[] | undefined {
  const text = host.encode(value);
  if (text === undefined) return undefined;
  if (!flag.valueRange) {
    if (!flag.writtenName.startsWith('--')) return undefined;
    return [{ range: { start: flag.range.end, end: flag.range.end }, newText: `=${text}` }];
  }
  const isAsWritten = host.source.slice(flag.valueRange) === flag.value;
  return isAsWritten && value !== '' ? [{ range: flag.valueRange, newText: text }] : undefined;
}

function renameFlag(host: FlagHost, flag: Flag, name: string): readonly LocalEdit[] | undefined {
  const isAsWritten = host.source.slice(flag.nameRange) === flag.writtenName;
  const text = host.encode(name);
  if (!isAsWritten || text === undefined || !flag.writtenName.startsWith('--')) return undefined;
  return [{ range: { start: flag.nameRange.start + 2, end: flag.nameRange.end }, newText: text }];
}
