import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { GitIgnore } from '../core/gitIgnore';
import type { CliTextId } from './cliTexts';
import { ignoredAbove, ignoredInside } from './gitIgnore';
import { slashes } from './slashes';

/** Why the system did not do something: a text, and the name that the system gives its error. */
export interface Reason {
  readonly id: Extract<CliTextId, `cli.reason.${string}`>;
  readonly code: string;
}

/** A path that could not be read, and why. */
export interface Unreadable {
  readonly path: string;
  readonly reason: Reason;
}

export interface Walk {
  /** Regular files, in the order of their paths. */
  readonly files: readonly string[];
  readonly unreadable: readonly Unreadable[];
}

/** A folder to be entered, and what is left out in the folders above it. */
interface Pending {
  readonly path: string;
  readonly above: GitIgnore;
}

const skippedFolders = new Set(['.git', 'node_modules']);

/**
 * Returns the regular files under a folder. Links are followed, each folder is entered once whatever links lead to it,
 * and links to nothing, sockets and devices are passed over, as is what Git is told to leave out.
 */
export async function walk(folder: string): Promise<Walk> {
  const files: string[] = [];
  const unreadable: Unreadable[] = [];
  const entered = new Set<string>();
  const pending: Pending[] = [{ path: folder, above: await ignoredAbove(folder) }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    try {
      const real = await realpath(next.path);
      if (entered.has(real)) continue;
      entered.add(real);
      const found = await list(next.path, await ignoredInside(next.above, next.path));
      files.push(...found.files);
      pending.push(...found.folders);
    } catch (error) {
      unreadable.push({ path: next.path, reason: reasonOf(error) });
    }
  }
  files.sort();
  return { files, unreadable };
}

const knownCodes: Readonly<Record<string, Reason['id']>> = {
  ENOENT: 'cli.reason.missing',
  ENOTDIR: 'cli.reason.notInFolder',
  EACCES: 'cli.reason.permission',
  EPERM: 'cli.reason.permission',
  ELOOP: 'cli.reason.loop',
  EISDIR: 'cli.reason.folder',
};

/** Returns what the system says of a failed read or write. */
export function reasonOf(error: unknown): Reason {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return { id: knownCodes[code] ?? (code === '' ? 'cli.reason.unknown' : 'cli.reason.code'), code };
}

async function list(folder: string, ignored: GitIgnore): Promise<{ files: string[]; folders: Pending[] }> {
  const files: string[] = [];
  const folders: Pending[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const target = entry.isSymbolicLink() ? await stat(path).catch(() => undefined) : entry;
    const isFolder = target?.isDirectory() === true;
    if (skippedFolders.has(entry.name) || ignored.ignores(slashes(path), isFolder)) continue;
    if (isFolder) folders.push({ path, above: ignored });
    else if (target?.isFile() === true) files.push(path);
  }
  return { files, folders };
}
