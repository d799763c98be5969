import type { RbacDocument } from '../documents/document';
import type { RbacObject } from '../documents/rbacObject';
import type { TextEdit } from '../text/edit';
import type { SourceText } from '../text/sourceText';

/**
 * Returns the edit that removes an object with its YAML document, or with its lines when it is one item of a List or a kubectl
 * command. Undefined for JSON, for the last item of a List, and for a command that others depend on.
 */
export function removeRbacObject(
  source: SourceText,
  { objects, insertion, removal }: RbacDocument,
  object: RbacObject,
): readonly TextEdit[] | undefined {
  if (removal) return removal();
  if (insertion.syntax !== 'yaml') return undefined;
  const first = source.lineAt(object.range.start);
  const last = source.lineAt(object.range.end);
  if (objects.length === 1 && !isItem(source, first)) return removeLines(source, ...documentLines(source, first, last));
  return objects.length > 1 && isItem(source, first) ? removeLines(source, first, last) : undefined;
}

function isItem(source: SourceText, line: number): boolean {
  return /^\s*- /.test(textOf(source, line));
}

/** With the separator that follows, or with the one before when nothing follows. */
function documentLines(source: SourceText, first: number, last: number): [number, number] {
  const count = source.lineStarts.length;
  let above = first - 1;
  while (above >= 0 && !isSeparator(source, above)) above -= 1;
  let below = last + 1;
  while (below < count && !isSeparator(source, below)) below += 1;
  if (below < count) return [above === -1 ? first : above + 1, below];
  return [above === -1 ? first : above, count - 1];
}

function isSeparator(source: SourceText, line: number): boolean {
  return /^---(?:\s|$)/.test(textOf(source, line));
}

function textOf(source: SourceText, line: number): string {
  return source.slice(source.lineRange(line));
}

function removeLines(source: SourceText, first: number, last: number): readonly TextEdit[] {
  const start = Math.max(source.lineStarts[first] ?? 0, source.contentStart);
  const end = source.lineStarts[last + 1] ?? source.text.length;
  return [{ path: source.path, range: { start, end }, newText: '' }];
}
