import type { SourceText } from '../text/sourceText';
import type { FileKindId, ParsedFile, SyntaxProblem } from './document';
import { fileKinds } from './fileKinds';

/** Files beyond these sizes are not read; both in UTF-16 units. */
export const maximumLength = 5_000_000;
export const maximumLineLength = 1_000_000;

type Reading = Omit<ParsedFile, 'source' | 'kind'>;

const NOTHING: Reading = { documents: [], problems: [], notes: [] };

/**
 * Returns what is written in a file. Without `kind` the first kind that recognises the file reads it; a file that none
 * recognises has no kind and no documents. Never throws: binary and oversized files give no documents, and a problem
 * when their kind was asked for.
 */
export function readFile(source: SourceText, kind?: FileKindId): ParsedFile {
  const refusal = refusalOf(source);
  if (refusal) return { source, kind, ...NOTHING, problems: kind === undefined ? [] : [refusal] };
  const candidates =
    kind === undefined
      ? fileKinds.filter((candidate) => candidate.recognise(source))
      : fileKinds.filter(({ id }) => id === kind);
  for (const candidate of candidates) {
    const reading = candidate.parse(source);
    const isOurs = reading.documents.length > 0 || reading.problems.length > 0;
    if (isOurs || kind !== undefined) return { source, kind: candidate.id, ...reading };
  }
  return { source, kind, ...NOTHING };
}

function refusalOf({ text, contentStart }: SourceText): SyntaxProblem | undefined {
  const range = { start: contentStart, end: Math.min(contentStart + 1, text.length) };
  if (text.length > maximumLength) return { range, reason: 'the file is too large to be read' };
  if (text.includes('\0')) return { range, reason: 'the file is not text' };
  return hasLongLine(text) ? { range, reason: 'a line is too long to be read' } : undefined;
}

function hasLongLine(text: string): boolean {
  for (let start = 0; text.length - start > maximumLineLength;) {
    const end = text.lastIndexOf('\n', start + maximumLineLength);
    if (end < start) return true;
    start = end + 1;
  }
  return false;
}
