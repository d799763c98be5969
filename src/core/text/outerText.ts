import type { TextEdit } from './edit';
import type { Range } from './range';
import type { SourceText } from './sourceText';

/** Where a text stands that is written inside another one: a heredoc, a block scalar of a manifest. */
export interface OuterText {
  readonly source: SourceText;
  /** Returns where a range of the inner text is written in the outer one. */
  rangeOf(range: Range): Range;
  /** Returns an edit of the inner text as one of the outer text, or undefined when it cannot be made there. */
  editOf(edit: Pick<TextEdit, 'range' | 'newText'>): Pick<TextEdit, 'range' | 'newText'> | undefined;
}

/** A range in a file. */
export interface Place {
  readonly path: string;
  readonly range: Range;
}

/** Returns a range of a text as a place in the file that a person opens. */
export function outermostPlace(source: SourceText, range: Range): Place {
  const { outer } = source;
  return outer ? outermostPlace(outer.source, outer.rangeOf(range)) : { path: source.path, range };
}

/** Returns an edit of a text as one of the file that a person opens, or undefined when it cannot be made there. */
export function outermostEdit(source: SourceText, { range, newText }: Omit<TextEdit, 'path'>): TextEdit | undefined {
  const { outer } = source;
  if (!outer) return { path: source.path, range, newText };
  const edit = outer.editOf({ range, newText });
  return edit && outermostEdit(outer.source, edit);
}
