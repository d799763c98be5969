import { readFile } from 'node:fs/promises';
import { SourceText } from '../core/text/sourceText';

/** One file as read. `skipped` says why its text was left out; the text is then empty. */
export interface SourceFile {
  readonly source: SourceText;
  readonly skipped: string | undefined;
  /** False when some bytes are not UTF-8: such a file is never written back. */
  readonly exact: boolean;
}

/** Kubernetes files are far smaller; in a folder a larger file is something else. */
export const folderFileLimit = 8 * 1024 * 1024;

const probeLength = 8192;

/** Returns the file's text under the name `shownPath`. Throws what the system throws. */
export async function readSource(path: string, shownPath: string): Promise<SourceFile> {
  return decode(await readFile(path), shownPath);
}

/** Returns bytes as text, with a byte order mark kept; a binary file is skipped. */
export function decode(bytes: Uint8Array, shownPath: string): SourceFile {
  if (bytes.subarray(0, probeLength).includes(0)) {
    return { source: new SourceText(shownPath, ''), skipped: 'binary file', exact: false };
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const exact = !text.includes('\ufffd') || Buffer.from(text, 'utf8').equals(bytes);
  return { source: new SourceText(shownPath, text), skipped: undefined, exact };
}

/** Stands for a file that was too large to be read in a folder. */
export function tooLarge(shownPath: string): SourceFile {
  return { source: new SourceText(shownPath, ''), skipped: 'larger than 8 MiB', exact: false };
}
