import { readFile, stat } from 'node:fs/promises';
import { maximumLength } from '../core/documents/readFile';
import { SourceText } from '../core/text/sourceText';

/** One file as read. `skipped` says why its text was left out; the text is then empty. */
export interface SourceFile {
  readonly source: SourceText;
  readonly skipped: string | undefined;
  /** False when some bytes are not UTF-8: such a file is never written back. */
  readonly exact: boolean;
}

const probeLength = 8192;

/** A UTF-16 unit takes at most three bytes of UTF-8, so a longer file is too long whatever it holds. */
const maximumBytes = maximumLength * 3;

/** Returns the file's text under the name `shownPath`. Throws what the system throws. */
export async function readSource(path: string, shownPath: string): Promise<SourceFile> {
  const { size } = await stat(path);
  return size > maximumBytes ? skip(shownPath, 'too long') : decode(await readFile(path), shownPath);
}

/** Returns bytes as text, with a byte order mark kept; a binary file and one that is too long are skipped. */
export function decode(bytes: Uint8Array, shownPath: string): SourceFile {
  if (bytes.subarray(0, probeLength).includes(0)) return skip(shownPath, 'binary file');
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (text.length > maximumLength) return skip(shownPath, 'too long');
  const exact = !text.includes('\ufffd') || Buffer.from(text, 'utf8').equals(bytes);
  return { source: new SourceText(shownPath, text), skipped: undefined, exact };
}

function skip(shownPath: string, skipped: string): SourceFile {
  return { source: new SourceText(shownPath, ''), skipped, exact: false };
}
