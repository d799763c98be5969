import type { SourceText } from '../../text/sourceText';
import type { LocalEdit } from '../localEdit';
import { insertLinesAfter } from './blockEdits';
import { columnOf, keepsBlankLines, lineIndentation } from './layout';
import type { YamlNode, YamlSequence } from './node';

/** Returns the edit that adds an item behind the last one of a block sequence; undefined when that is not safe. */
export function addBlockItem(
  source: SourceText,
  list: YamlSequence,
  [first = '', ...others]: readonly string[],
): LocalEdit | undefined {
  const last = list.items.at(-1);
  if (!last || keepsBlankLines(source, last)) return undefined;
  const dash = columnOf(source, list.range.start);
  const written = source.text.slice(lineStartOf(source, last) + dash, last.range.start);
  const blanks = /^-([ \t]+)/.exec(written)?.[1] ?? ' ';
  const indentation = ' '.repeat(dash + 1) + blanks;
  const lines = [`${' '.repeat(dash)}-${blanks}${first}`, ...others.map((line) => indentation + line)];
  return insertLinesAfter(source, last.range.end, lines);
}

/** Returns the edit that adds an item behind the last one of a flow sequence; undefined when that is not safe. */
export function addFlowItem(source: SourceText, list: YamlSequence, text: string): LocalEdit | undefined {
  const last = list.items.at(-1);
  if (!last) {
    const inside = { start: list.range.start + 1, end: list.range.end - 1 };
    return source.slice(inside).trim() === '' ? { range: inside, newText: text } : undefined;
  }
  const before = source.slice({ start: list.range.start, end: last.range.start });
  const isOnOwnLine = /\n[ \t]*$/.test(before);
  const separator = isOnOwnLine ? `,${source.lineEnding}${lineIndentation(source, last.range.start)}` : ', ';
  return { range: { start: last.range.end, end: last.range.end }, newText: separator + text };
}

/**
 * Returns the edit that removes neighbouring items with their lines or with their commas; a block sequence that has no
 * others becomes `[]`. Undefined when that is not safe.
 */
export function removeItems(
  source: SourceText,
  list: YamlSequence,
  index: number,
  count: number,
): LocalEdit | undefined {
  const items = list.items.slice(index, index + count);
  const [first] = items;
  const last = items.at(-1);
  if (!first || !last) return undefined;
  if (list.style === 'block' && items.length === list.items.length) return emptyList(source, list, last);
  return list.style === 'flow' ? removeFlowItems(source, list, index, count) : removeBlockItems(source, first, last);
}

/** Without its items a block sequence would be null: `[]` takes its place behind the key. */
function emptyList(source: SourceText, list: YamlSequence, last: YamlNode): LocalEdit | undefined {
  let start = list.range.start;
  while (/\s/.test(source.text.charAt(start - 1))) start -= 1;
  if (source.text[start - 1] !== ':' || source.text.slice(list.range.start, last.range.end).includes('#'))
    return undefined;
  return { range: { start, end: last.range.end }, newText: ' []' };
}

function removeFlowItems(
  source: SourceText,
  { items }: YamlSequence,
  index: number,
  count: number,
): LocalEdit | undefined {
  const removed = items.slice(index, index + count);
  const start = removed[0]?.range.start ?? 0;
  const end = removed.at(-1)?.range.end ?? start;
  const next = items[index + count];
  const previous = items[index - 1];
  const range = previous ? { start: previous.range.end, end } : { start, end: next?.range.start ?? end };
  const gaps = removed.reduce((text, item) => text.replace(source.slice(item.range), ''), source.slice(range));
  return gaps.includes('#') ? undefined : { range, newText: '' };
}

function removeBlockItems(source: SourceText, first: YamlNode, last: YamlNode): LocalEdit | undefined {
  const start = lineStartOf(source, first);
  if (!/^[ \t]*-[ \t]+$/.test(source.text.slice(start, first.range.start))) return undefined;
  const next = source.lineStarts[source.lineAt(last.range.end) + 1];
  if (next !== undefined) return { range: { start, end: next }, newText: '' };
  const before = source.lineRange(source.lineAt(start) - 1).end;
  return { range: { start: before, end: source.text.length }, newText: '' };
}

function lineStartOf(source: SourceText, node: YamlNode): number {
  return source.lineRange(source.lineAt(node.range.start)).start;
}
