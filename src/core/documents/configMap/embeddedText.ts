import type { SourceText } from '../../text/sourceText';
import { MappedText, MappedTextBuilder } from '../mappedText';
import type { YamlScalar } from '../yaml/node';

/** A text that a scalar holds, each character with its place in the file. */
export interface EmbeddedText {
  readonly content: MappedText;
  /** True when its lines stand in the file as they are, only indented: what edits a file edits it, too. */
  readonly isEditable: boolean;
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '"': '"',
  '\\': '\\',
  '/': '/',
  ' ': ' ',
};

/** Returns the text of a literal block (`|`) or of a double-quoted scalar in one line; undefined for any other scalar. */
export function embeddedText(source: SourceText, scalar: YamlScalar): EmbeddedText | undefined {
  const content =
    scalar.style === 'literal'
      ? literalText(source, scalar)
      : scalar.style === 'double-quoted'
        ? quotedText(source, scalar)
        : undefined;
  return content && { content, isEditable: scalar.style === 'literal' };
}

/** A block that says its own indentation (`|2`) is left alone. */
function literalText(source: SourceText, { range }: YamlScalar): MappedText | undefined {
  const header = source.lineAt(range.start);
  const last = source.lineAt(range.end);
  const lines = Array.from({ length: last - header }, (_, index) => source.lineRange(header + 1 + index));
  const first = lines.find((line) => source.slice(line).trim() !== '');
  if (!first || /^\|[-+]?\d/.test(source.slice(range))) return undefined;
  const indentation = /^ */.exec(source.slice(first))?.[0].length ?? 0;
  const builder = new MappedTextBuilder(MappedText.verbatim(source.text), first.start + indentation);
  for (const [index, { start, end }] of lines.entries()) {
    builder.keep(Math.min(start + indentation, end), end);
    builder.replace(end, source.lineStarts[header + 2 + index] ?? end, '\n');
  }
  return builder.build();
}

function quotedText(source: SourceText, { range }: YamlScalar): MappedText | undefined {
  const start = range.start + 1;
  const end = range.end - 1;
  const written = source.text.slice(start, end);
  if (/[\r\n]/.test(written)) return undefined;
  const builder = new MappedTextBuilder(MappedText.verbatim(source.text), start);
  let done = start;
  for (let at = source.text.indexOf('\\', start); at !== -1 && at < end; at = source.text.indexOf('\\', done)) {
    const unicode = /^u([0-9a-fA-F]{4})/.exec(source.text.slice(at + 1, at + 6))?.[1];
    const escaped = source.text.charAt(at + 1);
    const plain = unicode === undefined ? ESCAPES[escaped] : String.fromCharCode(parseInt(unicode, 16));
    if (plain === undefined) return undefined;
    const next = at + (unicode === undefined ? 2 : 6);
    builder.keep(done, at);
    builder.replace(at, next, plain);
    done = next;
  }
  builder.keep(done, end);
  return builder.build();
}
