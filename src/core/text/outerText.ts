import type { TextEdit } from './edit';
import type { Range } from './range';
import type { SourceText } from './sourceText';

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
