import type { Range } from '../../text/range';
import type { SourceText } from '../../text/sourceText';
import type { LocalEdit } from '../localEdit';
import { entryEnd, entryRange, lineIndentation, scalarText } from './layout';
import type { YamlEntry, YamlMapping } from './node';

/** How entries of a flow mapping are written. */
export interface FlowStyle {
  readonly json: boolean;
  readonly unit: string;
}

/** Returns `a: {b: value}` for a path of keys, over several lines when `indentation` says where they begin. */
export function flowEntry(
  source: SourceText,
  path: readonly string[],
  value: string,
  style: FlowStyle,
  indentation?: string,
): string {
  const [first = '', ...rest] = path;
  const key = style.json ? JSON.stringify(first) : scalarText(first);
  if (rest.length === 0) return `${key}: ${style.json ? jsonText(value) : value}`;
  if (indentation === undefined) return `${key}: {${flowEntry(source, rest, value, style)}}`;
  const inner = indentation + style.unit;
  const eol = source.lineEnding;
  return `${key}: {${eol}${inner}${flowEntry(source, rest, value, style, inner)}${eol}${indentation}}`;
}

/** Adds an entry at the end of a flow mapping, with the comma, blanks and line ends that stand between the others. */
export function addToFlow(
  source: SourceText,
  mapping: YamlMapping,
  path: readonly string[],
  value: string,
  style: FlowStyle,
): readonly LocalEdit[] | undefined {
  const last = mapping.entries.at(-1);
  if (!last) return addToEmptyFlow(source, mapping, path, value, style);
  const previous = mapping.entries.at(-2);
  const gap = source.text.slice(previous ? entryEnd(previous) : mapping.range.start + 1, last.key.range.start);
  const at = entryEnd(last);
  const range = { start: at, end: at };
  if (!gap.includes('\n')) return [{ range, newText: `, ${flowEntry(source, path, value, style)}` }];
  const indentation = lineIndentation(source, last.key.range.start);
  const separator = `,${source.lineEnding}${indentation}`;
  return [{ range, newText: separator + flowEntry(source, path, value, style, indentation) }];
}

function addToEmptyFlow(
  source: SourceText,
  mapping: YamlMapping,
  path: readonly string[],
  value: string,
  style: FlowStyle,
): readonly LocalEdit[] | undefined {
  const inside = { start: mapping.range.start + 1, end: mapping.range.end - 1 };
  if (source.slice(inside).trim() !== '') return undefined;
  return [{ range: inside, newText: flowEntry(source, path, value, style) }];
}

/**
 * Removes an entry of a flow mapping with the comma and blanks that only it used, those in front of it if there are any:
 * then two neighbours can be removed at once. Its whole lines instead, when a comment stands among them.
 */
export function removeFromFlow(
  source: SourceText,
  mapping: YamlMapping,
  entry: YamlEntry,
): readonly LocalEdit[] | undefined {
  const index = mapping.entries.indexOf(entry);
  const next = mapping.entries[index + 1];
  const previous = mapping.entries[index - 1];
  const own = entryRange(entry);
  const lines = (next ?? previous) ? ownLines(source, own) : undefined;
  if (lines && (!previous || hasComment(source.slice(lines)))) return [{ range: lines, newText: '' }];
  const range = previous
    ? { start: entryEnd(previous), end: own.end }
    : next
      ? { start: own.start, end: next.key.range.start }
      : { start: mapping.range.start + 1, end: mapping.range.end - 1 };
  const around = source.text.slice(range.start, own.start) + source.text.slice(own.end, range.end);
  if (!hasComment(around)) return [{ range, newText: '' }];
  return lines && [{ range: lines, newText: '' }];
}

/** The lines of an entry that ends with a comma and shares them with nothing but a comment; else undefined. */
function ownLines(source: SourceText, own: Range): Range | undefined {
  const { start } = source.lineRange(source.lineAt(own.start));
  const last = source.lineAt(own.end);
  const behind = source.text.slice(own.end, source.lineRange(last).end);
  const end = source.lineStarts[last + 1];
  const isAlone = source.text.slice(start, own.start).trim() === '' && /^[ \t]*,[ \t]*(?:#.*)?$/.test(behind);
  return isAlone && end !== undefined ? { start, end } : undefined;
}

function hasComment(text: string): boolean {
  return /(?:^|\s)#/.test(text);
}

/** Returns a value as JSON wants it: a JSON scalar as it is, anything else as a string. */
export function jsonText(value: string): string {
  return /^(?:true|false|null|-?\d+(?:\.\d+)?|"[^"\\]*"|\{\}|\[\])$/.test(value) ? value : JSON.stringify(value);
}
