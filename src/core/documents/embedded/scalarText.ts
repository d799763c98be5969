import type { SourceText } from '../../text/sourceText';
import { asciiText, decodeBase64 } from '../base64';
import { MappedTextBuilder, type MappedText } from '../mappedText';
import { blockLines } from '../yaml/blockScalar';
import type { YamlScalar } from '../yaml/node';
import { scalarContent } from '../yaml/scalarContent';
import { indentedWriting, quotedWriting, unwritable, type EmbeddedFile, type EmbeddedWriting } from './embeddedFile';

/** A text in a file, before it is known what path it gets. */
export type ScalarText = Omit<EmbeddedFile, 'path'>;

/** Returns the text of a scalar; undefined where the place of each character cannot be told. */
export function scalarText(source: SourceText, scalar: YamlScalar): ScalarText | undefined {
  const content = scalarContent(source, scalar);
  return content && { content, writing: writingOf(source, scalar) };
}

/** Returns the text that a scalar holds in base64, to be read only; undefined when it is none. */
export function encodedText(source: SourceText, scalar: YamlScalar): ScalarText | undefined {
  const written = scalarContent(source, scalar);
  const content = written && base64Text(written);
  return content && { content, writing: unwritable };
}

/** Returns the text that base64 stands for; all of it has the place of all of the base64. */
export function base64Text(written: MappedText): MappedText | undefined {
  const bytes = decodeBase64(written.text.trim());
  if (!bytes) return undefined;
  const builder = new MappedTextBuilder(written, 0);
  builder.replace(0, written.text.length, asciiText(bytes));
  return builder.build();
}

function writingOf(source: SourceText, scalar: YamlScalar): EmbeddedWriting {
  if (scalar.style === 'double-quoted') return quotedWriting;
  const block = scalar.style === 'literal' ? blockLines(source, scalar) : undefined;
  return block ? indentedWriting(' '.repeat(block.indentation)) : unwritable;
}
