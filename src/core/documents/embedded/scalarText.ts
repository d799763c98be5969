import type { SourceText } from '../../text/sourceText';
import { indentedWriting, quotedWriting, type EmbeddedFile } from './embeddedFile';
import { MappedText, MappedTextBuilder } from '../mappedText';
import type { YamlScalar } from '../yaml/node';

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '"': '"',
  '\\': '\\',
  '/': '/',
  ' ': ' ',
};

type ScalarText = Omit<EmbeddedFile, 'path'>;

/** Returns the text of a literal block (`|`) or of a double-quoted scalar in one line; undefined for any other scalar. */
export function scalarText(source: SourceText, scalar: YamlScalar): ScalarText | undefined {
  if (scalar.style === 'literal') return literalText(source, scalar);
  const content = scalar.style === 'double-quoted' ? quotedText(source, scalar) : undefined;
  return content && { content, writing: quotedWriting };
}

/** A block that says its own indentation (`|2`) is left alone. */
function literalText(source: SourceText, { range }: YamlScalar): ScalarText | undefined {
  const header = source.lineAt(range.start);
  const last = source.lineAt(range.end);
  const lines = Array.from({ length: last - header }, (_, index) => source.lineRange(header + 1 + index));
  const first = lines.find((line) => source.slice(line).trim() !== '');
  if (!first || /^\|[-+]?\d/.test(source.slice(range))) return undefined;
  const indentation = /^ */.exec(source.slice(first))?.[0] ?? '';
  const builder = new MappedTextBuilder(MappedText.verbatim(source.text), first.start + indentation.length);
  for (const [index, { start, end }] of lines.entries()) {
    builder.keep(Math.min(start + indentation.length, end), end);
    builder.replace(end, source.lineStarts[header + 2 + index] ?? end, '\n');
  }
  return { content: builder.build(), writing: indentedWriting(indentation) };
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
