import type { ParsedFile } from '../documents/document';
import type { TextEdit } from '../text/edit';
import { outermostEdit, outermostPlace, type Place } from '../text/outerText';
import type { SourceText } from '../text/sourceText';
import type { Finding, Fix } from './finding';

/**
 * Returns a function that moves findings about embedded files to the files that hold them; other findings stay as they
 * are. A fix that cannot be written there is left out.
 */
export function outermostFindings(files: readonly ParsedFile[]): (finding: Finding) => Finding {
  const inner = new Map(files.flatMap(({ source }) => (source.outer ? [[source.path, source] as const] : [])));
  if (inner.size === 0) return (finding) => finding;
  return (finding) => ({
    ...finding,
    ...placeIn(inner, finding),
    fixes: finding.fixes.flatMap((fix) => fixIn(inner, fix)),
    related: finding.related.map((related) => ({ ...related, ...placeIn(inner, related) })),
  });
}

type Inner = ReadonlyMap<string, SourceText>;

function placeIn(inner: Inner, { path, range }: Place): Place {
  const source = inner.get(path);
  return source ? outermostPlace(source, range) : { path, range };
}

function fixIn(inner: Inner, fix: Fix): readonly Fix[] {
  const edits = fix.edits.map((edit) => editIn(inner, edit));
  return edits.every((edit) => edit !== undefined) ? [{ ...fix, edits }] : [];
}

function editIn(inner: Inner, edit: TextEdit): TextEdit | undefined {
  const source = inner.get(edit.path);
  return source ? outermostEdit(source, edit) : edit;
}
