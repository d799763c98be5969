import type { SourceText } from '../../text/sourceText';
import type { LocalEdit } from '../localEdit';
import { insertLinesAfter } from '../yaml/blockEdits';
import { columnOf, lineIndentation, scalarText } from '../yaml/layout';
import type { YamlNode, YamlSequence } from '../yaml/node';

/** Returns the edit that adds `name` and `value` behind the last item of a list; undefined when that is not safe. */
export function addItem(source: SourceText, list: YamlSequence, name: string, value: string): LocalEdit | undefined {
  const last = list.items.at(-1);
  if (list.style === 'flow') return addFlowItem(source, list, last, name, value);
  if (last?.kind !== 'mapping' || last.style === 'flow') return undefined;
  const dash = columnOf(source, list.range.start);
  const column = columnOf(source, last.range.start);
  const lines = [
    `${' '.repeat(dash)}-${' '.repeat(column - dash - 1)}name: ${scalarText(name)}`,
    `${' '.repeat(column)}value: ${scalarText(value)}`,
  ];
  return insertLinesAfter(source, last.range.end, lines);
}

function addFlowItem(
  source: SourceText,
  list: YamlSequence,
  last: YamlNode | undefined,
  name: string,
  value: string,
): LocalEdit | undefined {
  const isJson = last?.kind === 'mapping' && last.entries.every(({ key }) => key.style === 'double-quoted');
  const text = isJson
    ? `{ "name": ${JSON.stringify(name)}, "value": ${JSON.stringify(value)} }`
    : `{name: ${scalarText(name)}, value: ${scalarText(value)}}`;
  if (!last) {
    const inside = { start: list.range.start + 1, end: list.range.end - 1 };
    return source.slice(inside).trim() === '' ? { range: inside, newText: text } : undefined;
  }
  const before = source.slice({ start: list.range.start, end: last.range.start });
  const isOnOwnLine = /\n[ \t]*$/.test(before);
  const separator = isOnOwnLine ? `,${source.lineEnding}${lineIndentation(source, last.range.start)}` : ', ';
  return { range: { start: last.range.end, end: last.range.end }, newText: separator + text };
}

/** Returns the edit that removes one of several items with its lines, or with its comma; undefined when that is not safe. */
export function removeItem(source: SourceText, list: YamlSequence, index: number): LocalEdit | undefined {
  const item = list.items[index];
  if (!item) return undefined;
  return list.style === 'flow' ? removeFlowItem(source, list, index, item) : removeBlockItem(source, item);
}

function removeFlowItem(
  source: SourceText,
  { items }: YamlSequence,
  index: number,
  item: YamlNode,
): LocalEdit | undefined {
  const next = items[index + 1];
  const previous = items[index - 1];
  const range = next
    ? { start: item.range.start, end: next.range.start }
    : { start: previous?.range.end ?? item.range.start, end: item.range.end };
  const gaps = source.slice(range).replace(source.slice(item.range), '');
  return gaps.includes('#') ? undefined : { range, newText: '' };
}

function removeBlockItem(source: SourceText, item: YamlNode): LocalEdit | undefined {
  const { start } = source.lineRange(source.lineAt(item.range.start));
  if (!/^[ \t]*-[ \t]+$/.test(source.text.slice(start, item.range.start))) return undefined;
  const next = source.lineStarts[source.lineAt(item.range.end) + 1];
  if (next !== undefined) return { range: { start, end: next }, newText: '' };
  const before = source.lineRange(source.lineAt(start) - 1).end;
  return { range: { start: before, end: source.text.length }, newText: '' };
}
