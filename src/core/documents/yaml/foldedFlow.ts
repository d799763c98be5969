import type { SourceText } from '../../text/sourceText';
import { MappedText, MappedTextBuilder } from '../mappedText';
import type { YamlScalar } from './node';

/** Returns whether a scalar that is no block goes on in further lines, which YAML joins. */
export function isFoldedFlow(source: SourceText, { style, range }: YamlScalar): boolean {
  return style !== 'literal' && style !== 'folded' && source.slice(range).includes('\n');
}

/**
 * Returns the text of a scalar that is no block with its lines joined as YAML does: by a blank, or by one line end for each
 * empty line between. Escapes and doubled quotes stay as written.
 */
export function foldedFlow(source: SourceText, { style, range }: YamlScalar): MappedText {
  const inset = style === 'plain' ? 0 : 1;
  const end = range.end - inset;
  const builder = new MappedTextBuilder(MappedText.verbatim(source.text), range.start + inset);
  let done = range.start + inset;
  for (let at = source.text.indexOf('\n', done); at !== -1 && at < end; at = source.text.indexOf('\n', done)) {
    let from = at;
    while (from > done && isBlank(source.text.charAt(from - 1))) from -= 1;
    let to = at;
    let lineEnds = 0;
    while (to < end && isBlank(source.text.charAt(to))) {
      if (source.text.charAt(to) === '\n') lineEnds += 1;
      to += 1;
    }
    builder.keep(done, from);
    builder.replace(from, to, lineEnds > 1 ? '\n'.repeat(lineEnds - 1) : ' ');
    done = to;
  }
  builder.keep(done, end);
  return builder.build();
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t' || character === '\r' || character === '\n';
}
