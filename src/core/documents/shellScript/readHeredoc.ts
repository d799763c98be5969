import { MappedTextBuilder, type MappedText } from '../mappedText';
import type { Heredoc, Redirection } from './shellCommand';
import { indexOrEnd } from './textPlaces';

interface ReadHeredoc {
  readonly heredoc: Heredoc;
  /** The place behind it. */
  readonly next: number;
  /** Where its last line ends, before the line end. */
  readonly lastLineEnd: number;
}

/** Reads the lines of a heredoc from a place on; one that is never closed reaches to the end. */
export function readHeredoc(
  base: MappedText,
  start: number,
  { operator, target }: Pick<Redirection, 'operator' | 'target'>,
): ReadHeredoc {
  const { text } = base;
  const isIndented = operator === '<<-';
  const quoted = target.range.end - target.range.start !== target.content.text.length;
  const builder = new MappedTextBuilder(base, start);
  for (let at = start; at < text.length;) {
    const next = Math.min(indexOrEnd(text, '\n', at) + 1, text.length);
    while (isIndented && text[at] === '\t') at += 1;
    const line = text.slice(at, next).replace(/\r?\n$/, '');
    if (line === target.content.text)
      return {
        heredoc: { body: builder.build(), quoted, isIndented, isClosed: true },
        next,
        lastLineEnd: at + line.length,
      };
    builder.keep(at, next);
    at = next;
  }
  return {
    heredoc: { body: builder.build(), quoted, isIndented, isClosed: false },
    next: text.length,
    lastLineEnd: text.length,
  };
}
