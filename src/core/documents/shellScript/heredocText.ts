import { MappedTextBuilder, type MappedText } from '../mappedText';
import { expansionReader } from './readCommands';
import type { Heredoc } from './shellCommand';
import { lineEndLength } from './textPlaces';

/**
 * Returns the text that a heredoc gives to its command. What the shell fills in is written as a template, `{{NAME}}`, so
 * that whoever reads the text knows that it is unknown.
 */
export function heredocText({ body, quoted }: Heredoc): MappedText {
  if (quoted || !/[\\$`]/.test(body.text)) return body;
  const { text } = body;
  const reader = expansionReader(body);
  const builder = new MappedTextBuilder(body, 0);
  for (let at = 0; at < text.length;) {
    const expansion = reader.expansionAt(at);
    const length = expansion?.length ?? escapeLength(text, at);
    if (expansion) builder.replace(at, at + length, `{{${expansion.name ?? 'shell'}}}`);
    else if (length === 2 && lineEndLength(text, at + 1) === 0) builder.replace(at, at + 2, text.charAt(at + 1));
    else if (length === 0) builder.keep(at, at + 1);
    at += Math.max(length, 1);
  }
  return builder.build();
}

/** A backslash goes with a `$`, a backquote, a backslash or a line end behind it. */
function escapeLength(text: string, at: number): number {
  if (text[at] !== '\\') return 0;
  const lineEnd = lineEndLength(text, at + 1);
  if (lineEnd > 0) return 1 + lineEnd;
  return at + 1 < text.length && '\\$`'.includes(text.charAt(at + 1)) ? 2 : 0;
}
