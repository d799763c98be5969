import type { Range } from '../../text/range';
import type { SourceText } from '../../text/sourceText';
import type { YamlEntry, YamlMapping, YamlNode } from './node';
import { plainScalarType } from './scalarType';

/** Returns the blanks that a new entry of a block mapping needs in front; dashes of a list count as blanks. */
export function indentationOf(source: SourceText, mapping: YamlMapping): string {
  return ' '.repeat(columnOf(source, mapping.range.start));
}

/** Returns the blanks at the start of the line that an offset lies in. */
export function lineIndentation(source: SourceText, offset: number): string {
  return /^[ \t]*/.exec(source.slice(source.lineRange(source.lineAt(offset))))?.[0] ?? '';
}

/** Returns how many UTF-16 units stand before an offset in its line, a byte order mark not counted. */
export function columnOf(source: SourceText, offset: number): number {
  const { line, column } = source.positionAt(offset);
  return line === 0 ? column - source.contentStart : column;
}

/** Returns the step of indentation a document uses, as blanks; two when it has no nested block to tell. */
export function indentationUnit(source: SourceText, root: YamlMapping): string {
  for (const { key, value } of root.entries) {
    if (
      value.kind !== 'mapping' ||
      (source.lineAt(value.range.start) === source.lineAt(key.range.start) && value.style === 'block')
    )
      continue;
    const first = value.entries[0];
    if (!first || source.lineAt(first.key.range.start) === source.lineAt(key.range.start)) continue;
    const step = columnOf(source, first.key.range.start) - lineIndentation(source, key.range.start).length;
    if (step > 0) return ' '.repeat(step);
  }
  return '  ';
}

/** Returns whether a document is written as JSON, so that keys and texts need double quotes. */
export function isJson(root: YamlMapping): boolean {
  return root.style === 'flow' && root.entries.every(({ key }) => key.style === 'double-quoted');
}

/** Returns a text as a YAML scalar that is read as that text: plain where that is safe, else in double quotes. */
export function scalarText(text: string): string {
  const isPlain = /^[A-Za-z/][\w./@:-]*$/.test(text) && !text.endsWith(':') && plainScalarType(text) === 'string';
  return isPlain ? text : JSON.stringify(text);
}

/** Returns where an entry ends: behind its value, or behind its colon when there is no value. */
export function entryEnd({ key, value }: YamlEntry): number {
  return Math.max(key.range.end, value.range.end);
}

/** Returns an entry as written: key to end of value. */
export function entryRange(entry: YamlEntry): Range {
  return { start: entry.key.range.start, end: entryEnd(entry) };
}

/** Returns whether a value is written at all and is not `null`. */
export function isNull(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.type === 'null' && !node.templated;
}

/** A `|+` scalar owns the blank lines behind it, so nothing can be put right behind its last line. */
export function keepsBlankLines(source: SourceText, node: YamlNode): boolean {
  const isBlock = node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded');
  return isBlock && /^[|>]\d?\+/.test(source.slice(node.range));
}
