import type { SourceText } from '../../text/sourceText';
import { base64Text } from '../embedded/scalarText';
import { unwritable, type EmbeddedFile } from '../embedded/embeddedFile';
import { MappedTextBuilder, type MappedText } from '../mappedText';
import type { YamlScalar } from '../yaml/node';
import { scalarContent } from '../yaml/scalarContent';

const HEAD = /^data:[^,]{0,200},/;

/** Returns the text of a `data:` URL (RFC 2397), to be read only; undefined for any other URL. */
export function dataUrlText(source: SourceText, scalar: YamlScalar): Omit<EmbeddedFile, 'path'> | undefined {
  const content = scalarContent(source, scalar);
  const head = content && HEAD.exec(content.text)?.[0];
  if (!content || head === undefined) return undefined;
  const data = content.slice(head.length);
  const text = head.endsWith(';base64,') ? base64Text(data) : percentDecoded(data);
  return text && { content: text, writing: unwritable };
}

function percentDecoded(data: MappedText): MappedText | undefined {
  const builder = new MappedTextBuilder(data, 0);
  let done = 0;
  for (const { index, 0: written } of data.text.matchAll(/(?:%[0-9A-Fa-f]{2})+/g)) {
    builder.keep(done, index);
    done = index + written.length;
    if (!keepAscii(builder, index, written)) return undefined;
  }
  builder.keep(done, data.text.length);
  return builder.build();
}

/** Bytes of ASCII stand for one character each; others are taken together. False for what is no UTF-8. */
function keepAscii(builder: MappedTextBuilder, start: number, written: string): boolean {
  let at = 0;
  for (const part of written.match(/(?:%[0-7].)|(?:%[89A-Fa-f].)+/g) ?? []) {
    const text = decoded(part);
    if (text === undefined) return false;
    builder.replace(start + at, start + at + part.length, text);
    at += part.length;
  }
  return true;
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
