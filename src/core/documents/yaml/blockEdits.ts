import type { SourceText } from '../../text/sourceText';
import type { LocalEdit } from '../localEdit';
import { columnOf, entryEnd, entryRange, indentationOf, keepsBlankLines, scalarText } from './layout';
import type { YamlEntry, YamlMapping } from './node';

/** Returns the lines `a:`, `  b: value` for a path of keys, indented from the second on. */
export function nestedLines(path: readonly string[], value: string, unit: string): readonly string[] {
  return path.map((key, depth) => {
    const isLast = depth === path.length - 1;
    return unit.repeat(depth) + scalarText(key) + (isLast ? `: ${value}` : ':');
  });
}

/** Returns the edit that puts lines behind the line in which an offset lies, or undefined when more than a comment follows there. */
export function insertLinesAfter(source: SourceText, offset: number, lines: readonly string[]): LocalEdit | undefined {
  const lineEnd = source.lineRange(source.lineAt(offset)).end;
  if (!/^[ \t]*(?:#.*)?$/.test(source.text.slice(offset, lineEnd))) return undefined;
  const newText = lines.map((line) => source.lineEnding + line).join('');
  return { range: { start: lineEnd, end: lineEnd }, newText };
}

/** Adds an entry at the end of a block mapping. */
export function addToBlock(
  source: SourceText,
  mapping: YamlMapping,
  path: readonly string[],
  value: string,
  unit: string,
): readonly LocalEdit[] | undefined {
  const last = mapping.entries.at(-1);
  if (!last || keepsBlankLines(source, last.value)) return undefined;
  const indentation = indentationOf(source, mapping);
  const lines = nestedLines(path, value, unit).map((line) => indentation + line);
  const edit = insertLinesAfter(source, entryEnd(last), lines);
  return edit && [edit];
}

/** Fills an entry without a value (`featureGates:`, `featureGates: null`) with a nested entry. */
export function fillBlock(
  source: SourceText,
  entry: YamlEntry,
  path: readonly string[],
  value: string,
  unit: string,
): readonly LocalEdit[] | undefined {
  const indentation = ' '.repeat(columnOf(source, entry.key.range.start)) + unit;
  const lines = nestedLines(path, value, unit).map((line) => indentation + line);
  const edit = insertLinesAfter(source, entryEnd(entry), lines);
  if (!edit) return undefined;
  const colon = source.text.indexOf(':', entry.key.range.end) + 1;
  const isWritten = entry.value.range.end > entry.value.range.start;
  return isWritten ? [{ range: { start: colon, end: entry.value.range.end }, newText: '' }, edit] : [edit];
}

/** Removes an entry of a block mapping with its lines, or up to the next entry when something else stands before it in its line. */
export function removeFromBlock(
  source: SourceText,
  mapping: YamlMapping,
  entry: YamlEntry,
): readonly LocalEdit[] | undefined {
  const { start, end } = entryRange(entry);
  const lines = { first: source.lineRange(source.lineAt(start)), last: source.lineRange(source.lineAt(end)) };
  const before = source.text.slice(lines.first.start, start).replace('\uFEFF', '');
  if (before.trim() !== '') return removeUpToNext(source, mapping, entry, before);
  const from = start - before.length;
  const next = source.lineStarts[source.lineAt(end) + 1];
  if (next !== undefined) return [{ range: { start: from, end: next }, newText: '' }];
  const previousEnd = source.lineRange(source.lineAt(start) - 1).end;
  return [{ range: { start: source.lineAt(start) === 0 ? from : previousEnd, end: lines.last.end }, newText: '' }];
}

function removeUpToNext(
  source: SourceText,
  mapping: YamlMapping,
  entry: YamlEntry,
  before: string,
): readonly LocalEdit[] | undefined {
  const next = mapping.entries[mapping.entries.indexOf(entry) + 1];
  if (!next || !/^[\s-]*$/.test(before)) return undefined;
  const between = source.text.slice(entryEnd(entry), next.key.range.start);
  return between.trim() === ''
    ? [{ range: { start: entry.key.range.start, end: next.key.range.start }, newText: '' }]
    : undefined;
}
