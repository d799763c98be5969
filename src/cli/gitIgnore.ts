import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { GitIgnore } from '../core/gitIgnore';
import { slashes } from './slashes';

/**
 * Returns what Git leaves out in a folder before its own `.gitignore`: what the files above it say, up to the top of its
 * repository, and the repository's `info/exclude`. Nothing of these when they leave out the folder itself: whoever names
 * it wants it read.
 */
export async function ignoredAbove(folder: string): Promise<GitIgnore> {
  const top = await repositoryOf(folder);
  if (top === undefined) return GitIgnore.nothing;
  let result = await withFile(GitIgnore.nothing, top, join(top, '.git', 'info', 'exclude'));
  for (const between of foldersBetween(top, folder)) result = await ignoredInside(result, between);
  return result.ignores(slashes(folder), true) ? GitIgnore.nothing : result;
}

/** Returns what Git leaves out inside a folder, with its own `.gitignore`. */
export function ignoredInside(above: GitIgnore, folder: string): Promise<GitIgnore> {
  return withFile(above, folder, join(folder, '.gitignore'));
}

async function withFile(above: GitIgnore, folder: string, file: string): Promise<GitIgnore> {
  return above.with(slashes(folder), await readFile(file, 'utf8').catch(() => ''));
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
