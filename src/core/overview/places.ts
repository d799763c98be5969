import type { ParsedFile } from '../documents/document';
import type { SourceOrigin } from '../cluster/setting';
import { outermostPlace } from '../text/outerText';
import type { SourceText } from '../text/sourceText';

/** Finds where the places of a cluster are in the files that a person opens. */
export class Places {
  readonly #sources: ReadonlyMap<string, SourceText>;

  constructor(files: readonly ParsedFile[]) {
    this.#sources = new Map(files.map(({ source }) => [source.path, source]));
  }

  /** Returns a place in a file that another one holds as a place in the outer file. */
  outermost({ path, range }: SourceOrigin): SourceOrigin {
    const source = this.#sources.get(path);
    return source ? outermostPlace(source, range) : { path, range };
  }

  /** Returns `path:line`, lines counted from 1. */
  line({ path, range }: SourceOrigin): string {
    const source = this.#sources.get(path);
    return source ? `${path}:${String(source.lineAt(range.start) + 1)}` : path;
  }
}
