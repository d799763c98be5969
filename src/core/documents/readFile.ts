import { SourceText } from '../text/sourceText';
import { markChanged, markPart } from './changedLater';
import { markConditional } from './conditions';
import type { FileKindId, FileNote, ParsedFile, Reading, SyntaxProblem } from './document';
import { EmbeddedPlace } from './embedded/embeddedPlace';
import { fileKinds } from './fileKinds';
import { writtenInVersionBranch } from './versionBranch';

/** Files beyond these sizes are not read; both in UTF-16 units. */
export const maximumLength = 5_000_000;
export const maximumLineLength = 1_000_000;

/** A script that writes a script that writes a file is one level more than people do. */
const MAXIMUM_DEPTH = 4;

const NOTHING = { documents: [], problems: [], notes: [], embedded: [] };

/**
 * Returns what is written in a file. Without `kind` the first kind that recognises the file reads it; a file that none
 * recognises has no kind and no documents. Never throws: binary and oversized files give no documents, and a problem
 * when their kind was asked for.
 */
export function readFile(source: SourceText, kind?: FileKindId): ParsedFile {
  return readAt(source, kind, 0);
}

/**
 * Returns files with the files embedded in them, at any depth, each file before those that it holds. A file that
 * is written twice, as in two branches of a script, is two files.
 */
export function withEmbedded(files: readonly ParsedFile[]): readonly ParsedFile[] {
  return files.some(({ embedded }) => embedded.length > 0)
    ? files.flatMap((file) => [file, ...withEmbedded(file.embedded)])
    : files;
}

function readAt(source: SourceText, kind: FileKindId | undefined, depth: number): ParsedFile {
  const refusal = refusalOf(source);
  if (refusal) return { source, kind, ...NOTHING, problems: kind === undefined ? [] : [refusal] };
  const candidates =
    kind === undefined
      ? fileKinds.filter((candidate) => candidate.recognise(source))
      : fileKinds.filter(({ id }) => id === kind);
  for (const candidate of candidates) {
    const found = candidate.parse(source);
    const reading = { ...found, documents: markConditional(source.text, found.documents) };
    const embedded = depth < MAXIMUM_DEPTH ? embeddedIn(source, reading, depth) : [];
    const isOurs = reading.documents.length > 0 || reading.problems.length > 0 || embedded.length > 0;
    if (!isOurs && kind === undefined) continue;
    return { source, kind: candidate.id, ...reading, embedded, notes: joinNotes([reading, ...embedded]) };
  }
  return { source, kind, ...NOTHING };
}

function embeddedIn(source: SourceText, { embedded = [] }: Reading, depth: number): readonly ParsedFile[] {
  const written = new Map<string, number>();
  return embedded.flatMap((file) => {
    const inner = file.path.replace(/^[/\\]+/, '') || 'stdin';
    const number = (written.get(inner) ?? 0) + 1;
    written.set(inner, number);
    const path = [source.path, ...(number > 1 ? [String(number)] : []), inner].join('/');
    const text = new SourceText(path, file.content.text, new EmbeddedPlace(source, file));
    const parsed = readAt(text, undefined, depth + 1);
    if (parsed.kind === undefined) return [];
    const documents = file.isPart === true ? markPart(parsed.documents) : parsed.documents;
    const changed = file.isChanged === true ? markChanged(documents) : documents;
    return [
      file.byVersion === true
        ? { ...parsed, documents: writtenInVersionBranch(changed), byVersion: true }
        : { ...parsed, documents: changed },
    ];
  });
}

function joinNotes(readings: readonly Pick<Reading, 'notes'>[]): readonly FileNote[] {
  const count = readings.flatMap(({ notes }) => notes).reduce((sum, note) => sum + note.count, 0);
  return count > 0 ? [{ type: 'templated', count }] : [];
}

function refusalOf({ text, contentStart }: SourceText): SyntaxProblem | undefined {
  const range = { start: contentStart, end: Math.min(contentStart + 1, text.length) };
  if (text.length > maximumLength) return { range, reason: 'the file is too large to be read' };
  if (text.includes('\0')) return { range, reason: 'the file is not text' };
  return hasLongLine(text) ? { range, reason: 'a line is too long to be read' } : undefined;
}

/** Returns whether a line is longer than is read. */
export function hasLongLine(text: string): boolean {
  for (let start = 0; text.length - start > maximumLineLength;) {
    const end = text.lastIndexOf('\n', start + maximumLineLength);
    if (end < start) return true;
    start = end + 1;
  }
  return false;
}
