import { realpath, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { Io } from './io';
import { decode, readSource, type SourceFile } from './readSource';
import { slashes } from './slashes';
import { reasonOf, walk, type Reason, type Unreadable } from './walk';

export interface GatheredFile extends SourceFile {
  /** True when the caller named this file; false when it was found in a folder. */
  readonly named: boolean;
  /** Where the file is on the disk; undefined for standard input. */
  readonly location: string | undefined;
}

/** Files that are judged together. */
export interface GatheredCluster {
  readonly files: readonly GatheredFile[];
}

export interface Gathered {
  readonly clusters: readonly GatheredCluster[];
  readonly unreadable: readonly Unreadable[];
}

/** Reads the paths of a call as `gatherEach` does, all at once. */
export async function gather(paths: readonly string[], stdinFilename: string | undefined, io: Io): Promise<Gathered> {
  const unreadable: Unreadable[] = [];
  const clusters: GatheredCluster[] = [];
  for await (const cluster of gatherEach(paths, stdinFilename, io, unreadable)) clusters.push(cluster);
  return { clusters, unreadable };
}

/**
 * Reads the paths of a call, one cluster whenever the next is asked for: each folder becomes one cluster, all files named one
 * by one become one cluster together, which is the last. A file is read once: one that lies in a named folder belongs to
 * the folder. What cannot be read is added to `unreadable`.
 */
export async function* gatherEach(
  paths: readonly string[],
  stdinFilename: string | undefined,
  io: Io,
  unreadable: Unreadable[],
): AsyncGenerator<GatheredCluster> {
  const seen = new Set<string>();
  const folders: string[] = [];
  const loose: string[] = [];
  for (const path of paths) {
    const kind = path === '-' ? 'file' : await kindOf(resolve(io.cwd, path));
    if (kind === 'folder') folders.push(path);
    else if (kind === 'file') loose.push(path);
    else unreadable.push({ path, reason: kind });
  }
  for (const folder of folders) yield await gatherFolder(folder, io.cwd, seen, unreadable);
  const files = await gatherLoose(loose, stdinFilename ?? '<stdin>', io, seen, unreadable);
  if (files.length > 0) yield { files };
}

/** Returns `file`, `folder`, or why the path can be neither. */
async function kindOf(path: string): Promise<'file' | 'folder' | Reason> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return 'folder';
    return found.isFile() || found.isFIFO() ? 'file' : { id: 'cli.reason.neither', code: '' };
  } catch (error) {
    return reasonOf(error);
  }
}

async function gatherFolder(
  folder: string,
  cwd: string,
  seen: Set<string>,
  unreadable: Unreadable[],
): Promise<GatheredCluster> {
  const root = resolve(cwd, folder);
  const walked = await walk(root);
  const shown = (path: string): string => slashes(join(folder, relative(root, path)));
  unreadable.push(...walked.unreadable.map(({ path, reason }) => ({ path: shown(path), reason })));
  const files: GatheredFile[] = [];
  for (const path of walked.files) {
    if (!(await isFirst(path, seen))) continue;
    try {
      files.push({ ...(await readSource(path, shown(path))), named: false, location: path });
    } catch (error) {
      unreadable.push({ path: shown(path), reason: reasonOf(error) });
    }
  }
  return { files };
}

async function gatherLoose(
  paths: readonly string[],
  stdinName: string,
  io: Io,
  seen: Set<string>,
  unreadable: Unreadable[],
): Promise<GatheredFile[]> {
  const files: GatheredFile[] = [];
  for (const path of new Set(paths)) {
    try {
      if (path === '-') files.push({ ...decode(await io.readInput(), stdinName), named: true, location: undefined });
      else {
        const location = resolve(io.cwd, path);
        if (!(await isFirst(location, seen))) continue;
        files.push({ ...(await readSource(location, slashes(path))), named: true, location });
      }
    } catch (error) {
      unreadable.push({ path, reason: reasonOf(error) });
    }
  }
  return files;
}

async function isFirst(path: string, seen: Set<string>): Promise<boolean> {
  const real = await realpath(path).catch(() => path);
  if (seen.has(real)) return false;
  seen.add(real);
  return true;
}
