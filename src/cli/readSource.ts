import { readFile, stat } from 'node:fs/promises';
import { hasLongLine, maximumLength } from '../core/documents/readFile';
import { SourceText } from '../core/text/sourceText';
import type { CliTextId } from './cliTexts';

type SkipReason = Extract<CliTextId, `cli.skipped.${string}`>;

/** One file as read. `skipped` says why its text was left out; the text is then empty. */
export interface SourceFile {
  readonly source: SourceText;
  readonly skipped: SkipReason | undefined;
  /** False when some bytes are not UTF-8: such a file is never written back. */
  readonly exact: boolean;
}

/** A UTF-16 unit takes at most three bytes of UTF-8, so a longer file is too long whatever it holds. */
const maximumBytes = maximumLength * 3;

/** Returns the file's text under the name `shownPath`. Throws what the system throws. */
export async function readSource(path: string, shownPath: string): Promise<SourceFile> {
  const { size } = await stat(path);
  return size > maximumBytes ? skip(shownPath, 'cli.skipped.tooLong') : decode(await readFile(path), shownPath);
}

/** Returns bytes as text, with a byte order mark kept; what is no UTF-8 text and what is too long is skipped. */
export function decode(bytes: Uint8Array, shownPath: string): SourceFile {
  if (isMarkedUtf16(bytes)) return skip(shownPath, 'cli.skipped.utf16');
  if (bytes.includes(0)) return skip(shownPath, 'cli.skipped.binary');
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (text.length > maximumLength) return skip(shownPath, 'cli.skipped.tooLong');
  if (hasLongLine(text)) return skip(shownPath, 'cli.skipped.longLine');
  const exact = !text.includes('\ufffd') || Buffer.from(text, 'utf8').equals(bytes);
  return { source: new SourceText(shownPath, text), skipped: undefined, exact };
}

/** A byte order mark of UTF-16, in either order. */
function isMarkedUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function skip(shownPath: string, skipped: SkipReason): SourceFile {
  return { source: new SourceText(shownPath, ''), skipped, exact: false };
}
