import type { SourceText } from '../../text/sourceText';
import { verbatimWriting, type EmbeddedWriting } from '../embedded/embeddedFile';
import type { Word } from '../flags/word';
import type { ShellCommand } from './shellCommand';

/** Words of a command take nothing but plain characters. */
export const inWords: EmbeddedWriting = {
  ...verbatimWriting,
  encode: (text) => (/^ ?[\w./=,@+-]*$/.test(text) ? text : undefined),
};

/** What `printf` and `echo -e` read otherwise than it is written, and what stands for something unknown. */
const SPECIAL = /[\\%]|\{\{/;

const inSingleQuotes: EmbeddedWriting = {
  ...verbatimWriting,
  encode: (text) => (SPECIAL.test(text) || text.includes("'") ? undefined : text),
};

const inDoubleQuotes: EmbeddedWriting = {
  ...verbatimWriting,
  encode: (text) => (SPECIAL.test(text) ? undefined : text.replaceAll(/[$`"]/g, '\\$&')),
};

/** Returns how text is written in what a command prints: within its quotes when one word in one pair of quotes is all of it. */
export function wordWriting(
  source: SourceText,
  { nesting }: Pick<ShellCommand, 'nesting'>,
  words: readonly Word[],
): EmbeddedWriting {
  const [word, ...others] = words;
  if (!word || others.length > 0 || nesting !== 'none') return inWords;
  const written = source.slice(word.range);
  if (/^'[^']*'$/.test(written)) return inSingleQuotes;
  return /^"(?:[^"\\]|\\.)*"$/s.test(written) ? inDoubleQuotes : inWords;
}
