import type { Range } from '../../text/range';
import type { MappedText } from '../mappedText';

/** One word of a command line after the host's quoting is undone. */
export interface Word {
  readonly content: MappedText;
  /** The word as written, quotes included. */
  readonly range: Range;
  /** Places in the content that are unknown until something is filled in: templates, variables, specifiers. */
  readonly unknown: readonly UnknownPart[];
  /** True when a quote in it is never closed, so that nobody can say where words end. */
  readonly hasOpenQuote: boolean;
  /** Place in the file of the quote or bracket that is never closed. */
  readonly openAt?: number;
}

/** Places in `content`: 0-based, end exclusive. */
export interface UnknownPart extends Range {
  readonly type: 'template' | 'variable';
  /** Set for a variable. */
  readonly name: string | undefined;
  /** True for a variable whose value becomes one word, however many words it holds. */
  readonly unsplit: boolean;
}
