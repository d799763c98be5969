import type { SourceText } from '../../text/sourceText';
import { MappedText, MappedTextBuilder } from '../mappedText';
import { blockLines, foldedText, literalText } from './blockScalar';
import type { YamlScalar } from './node';

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '"': '"',
  '\\': '\\',
  '/': '/',
  ' ': ' ',
};

/**
 * Returns the text that a scalar stands for, each character with its place in the file: of a block, and of any other scalar
 * in one line. Undefined where that cannot be said exactly, as for a block that says its own indentation (`|2`).
 */
export function scalarContent(source: SourceText, scalar: YamlScalar): MappedText | undefined {
  const { style, range } = scalar;
  const isBlock = style === 'literal' || style === 'folded';
  if (!isBlock && /[\r\n]/.test(source.slice(range))) return undefined;
  if (style === 'plain') return MappedText.verbatim(source.text, range);
  if (style === 'double-quoted') return unescaped(source, scalar);
  if (style === 'single-quoted') return withoutDoubledQuotes(source, scalar);
  const block = blockLines(source, scalar);
  if (!block) return undefined;
  return style === 'literal' ? literalText(source, block) : foldedText(source, block, scalar);
}

function unescaped(source: SourceText, { range }: YamlScalar): MappedText | undefined {
  const start = range.start + 1;
  const end = range.end - 1;
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

function withoutDoubledQuotes(source: SourceText, { range }: YamlScalar): MappedText {
  const start = range.start + 1;
  const end = range.end - 1;
  const builder = new MappedTextBuilder(MappedText.verbatim(source.text), start);
  let done = start;
  for (let at = source.text.indexOf("''", start); at !== -1 && at < end; at = source.text.indexOf("''", done)) {
    builder.keep(done, at);
    builder.replace(at, at + 2, "'");
    done = at + 2;
  }
  builder.keep(done, end);
  return builder.build();
}
