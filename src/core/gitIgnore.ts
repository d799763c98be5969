import ignore, { type Ignore } from 'ignore';

/** The patterns of one file, and the folder that they are written for. */
interface Patterns {
  readonly folder: string;
  readonly matcher: Ignore;
}

/**
 * What Git leaves out: patterns from the outermost file to the innermost, which has the last word. Paths have slashes and all
 * begin alike, at the root of the disk or of a folder.
 */
export class GitIgnore {
  /** Leaves out nothing. */
  static readonly nothing = new GitIgnore([]);

  private constructor(private readonly files: readonly Patterns[]) {}

  /** Returns what is left out with a `.gitignore` of this text in a folder, further in than those before. */
  with(folder: string, text: string): GitIgnore {
    if (text === '') return this;
    const matcher = ignore({ ignorecase: false }).add(text.replace(/^\ufeff/, ''));
    return new GitIgnore([...this.files, { folder: withoutSlash(folder), matcher }]);
  }

  /** Returns whether Git would leave out a file or folder whose parent it does not leave out. */
  ignores(path: string, isFolder: boolean): boolean {
    const deciding = this.files
      .toReversed()
      .flatMap(({ folder, matcher }) => (path.startsWith(`${folder}/`) ? [{ matcher, folder }] : []))
      .map(({ matcher, folder }) => matcher.test(`${path.slice(folder.length + 1)}${isFolder ? '/' : ''}`))
      .find(({ ignored, unignored }) => ignored || unignored);
    return deciding?.ignored === true;
  }

  /** Returns whether Git would leave out a file, or a folder above it that is below `top`. */
  ignoresBelow(top: string, file: string): boolean {
    const root = withoutSlash(top);
    const names = file.slice(root.length + 1).split('/');
    return names.some((_, index) => {
      const path = [root, ...names.slice(0, index + 1)].join('/');
      return this.ignores(path, index < names.length - 1);
    });
  }
}

/** The root of the disk ends with a slash, other folders do not. */
function withoutSlash(folder: string): string {
  return folder.endsWith('/') ? folder.slice(0, -1) : folder;
}
