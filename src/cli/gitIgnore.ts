import { readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** The patterns of one file, and the folder that they are written for. */
interface Patterns {
  readonly folder: string;
  readonly matcher: Ignore;
}

/** What Git leaves out below a folder: patterns from the outermost file to the innermost, which has the last word. */
export class GitIgnore {
  private constructor(private readonly files: readonly Patterns[]) {}

  /**
   * Returns what holds in a folder before its own `.gitignore`: the files above it up to the top of its repository, and the
   * repository's `info/exclude`. Nothing of these when they leave out the folder itself: whoever names it wants it read.
   */
  static async above(folder: string): Promise<GitIgnore> {
    const top = await repositoryOf(folder);
    if (top === undefined) return new GitIgnore([]);
    let result = await new GitIgnore([]).#with(top, join(top, '.git', 'info', 'exclude'));
    for (const between of foldersBetween(top, folder)) result = await result.inside(between);
    return result.ignores(folder, true) ? new GitIgnore([]) : result;
  }

  /** Returns what holds inside a folder, with its own `.gitignore`. */
  inside(folder: string): Promise<GitIgnore> {
    return this.#with(folder, join(folder, '.gitignore'));
  }

  /** Returns whether Git would leave out a file or folder whose parent it does not leave out. */
  ignores(path: string, isFolder: boolean): boolean {
    const deciding = this.files
      .toReversed()
      .map(({ folder, matcher }) => ({ matcher, name: relative(folder, path).split(sep).join('/') }))
      .filter(({ name }) => name !== '' && ignore.isPathValid(name))
      .map(({ matcher, name }) => matcher.test(isFolder ? `${name}/` : name))
      .find(({ ignored, unignored }) => ignored || unignored);
    return deciding?.ignored === true;
  }

  async #with(folder: string, file: string): Promise<GitIgnore> {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text === '') return this;
    const matcher = ignore({ ignorecase: false }).add(text.replace(/^\ufeff/, ''));
    return new GitIgnore([...this.files, { folder, matcher }]);
  }
}

/** Returns the nearest folder, from this one upwards, that holds a `.git`. */
async function repositoryOf(folder: string): Promise<string | undefined> {
  for (let next = folder; ; next = dirname(next)) {
    const found = await stat(join(next, '.git')).catch(() => undefined);
    if (found) return next;
    if (dirname(next) === next) return undefined;
  }
}

/** From the top down to the parent of the folder. */
function foldersBetween(top: string, folder: string): readonly string[] {
  const folders: string[] = [];
  for (let next = folder; next !== top; next = dirname(next)) folders.unshift(dirname(next));
  return folders;
}
