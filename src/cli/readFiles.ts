import type { FileKindId, ParsedFile } from '../core/documents/document';
import { readFile } from '../core/documents/readFile';
import type { GatheredFile } from './gather';

/** Returns files read as documents; a file whose text was left out is of no kind. */
export function readFiles(files: readonly GatheredFile[], kind: FileKindId | undefined): readonly ParsedFile[] {
  return files.map(({ source, skipped }) =>
    skipped === undefined
      ? readFile(source, kind)
      : { source, kind: undefined, documents: [], problems: [], notes: [], embedded: [] },
  );
}
