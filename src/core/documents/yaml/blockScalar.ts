import type { Range } from '../../text/range';
import type { SourceText } from '../../text/sourceText';
import { MappedText, MappedTextBuilder } from '../mappedText';
import type { YamlScalar } from './node';

/** The lines of a block scalar. */
export interface BlockLines {
  /** `next` is where the line behind begins. */
  readonly lines: readonly (Range & { readonly next: number })[];
  /** Blanks in front of each line that are no content. */
  readonly indentation: number;
  /** Where the content begins. */
  readonly start: number;
}

/** Returns the lines of a block scalar; undefined for an empty one, and one that says its own indentation (`|2`). */
export function blockLines(source: SourceText, { range }: YamlScalar): BlockLines | undefined {
  const header = source.lineAt(range.start);
  const lines = Array.from({ length: source.lineAt(range.end) - header }, (_, index) => {
    const line = source.lineRange(header + 1 + index);
    return { next: source.lineStarts[header + 2 + index] ?? line.end, ...line };
  });
  const first = lines.find((line) => source.slice(line).trim() !== '');
  if (!first || /^[|>][-+]?\d/.test(source.slice(range))) return undefined;
  const indentation = /^ */.exec(source.slice(first))?.[0].length ?? 0;
  return { lines, indentation, start: first.start + indentation };
}

/** Returns the text of a literal block; its last line has a line end. */
export function literalText(source: SourceText, { lines, indentation, start }: BlockLines): MappedText {
  const builder = new MappedTextBuilder(MappedText.verbatim(source.text), start);
  for (const { start, end, next } of lines) {
    builder.keep(Math.min(start + indentation, end), end);
    builder.replace(end, next, '\n');
  }
  return builder.build();
}

/** Returns the text of a folded block (YAML 1.2, 8.1.3): line ends between lines of equal indentation are blanks. */
export function foldedText(
  source: SourceText,
  { lines, indentation, start }: BlockLines,
  { value, templated }: YamlScalar,
): MappedText | undefined {
  const builder = new MappedTextBuilder(MappedText.verbatim(source.text), start);
  const contents = lines.map(({ start, end }) => source.text.slice(Math.min(start + indentation, end), end));
  let before = -1;
  for (const [index, line] of lines.entries()) {
    if (contents[index] === '') continue;
    const from = Math.min(line.start + indentation, line.end);
    const breaks = index - before;
    const isFolded = before !== -1 && !isIndented(contents[before]) && !isIndented(contents[index]);
    const text = isFolded && breaks === 1 ? ' ' : '\n'.repeat(before === -1 || isFolded ? breaks - 1 : breaks);
    builder.replace(lines[before]?.end ?? start, from, text);
    builder.keep(from, line.end);
    before = index;
  }
  const last = lines[before];
  if (last) builder.replace(last.end, last.next, '\n');
  const content = builder.build();
  return templated || content.text.trimEnd() === value.trimEnd() ? content : undefined;
}

function isIndented(line: string | undefined): boolean {
  return line !== undefined && /^[ \t]/.test(line);
}
