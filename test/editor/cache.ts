import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the project's root folder. */
export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Absolute path of the ignored folder that keeps everything downloaded for tests. */
export const cacheRoot = join(projectRoot, '.vscode-test');

const stamp = '.complete';
const running = new Map<string, Promise<string>>();

async function fill(name: string, build: (folder: string) => Promise<void>): Promise<string> {
  const target = join(cacheRoot, name);
  if (existsSync(join(target, stamp))) return target;
  await mkdir(cacheRoot, { recursive: true });
  await dropAbandonedDrafts();
  const draft = await mkdtemp(join(cacheRoot, `draft-${String(process.pid)}-`));
  try {
    await build(draft);
    await writeFile(join(draft, stamp), '');
    await publish(draft, target);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return target;
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function dropAbandonedDrafts(): Promise<void> {
  for (const name of await readdir(cacheRoot)) {
    const owner = /^draft-(\d+)-/.exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner)))
      await rm(join(cacheRoot, name), { recursive: true, force: true });
  }
}

/** Moves `draft` into place; when another process was first, its copy stays and ours is dropped by the caller. */
async function publish(draft: string, target: string): Promise<void> {
  try {
    await rename(draft, target);
  } catch (error) {
    if (existsSync(join(target, stamp))) return;
    if (!existsSync(target)) throw error;
    await rm(target, { recursive: true, force: true });
    await rename(draft, target);
  }
}

/**
 * Returns the absolute path of the cache folder `name`, letting `build` fill it first when it is not there.
 * `build` works in a draft folder that is renamed when complete, so an interrupted build is simply done again, and
 * several processes may ask at once. Paths inside the folder must not be remembered by `build`: they change.
 * @throws whatever `build` throws.
 */
export function cached(name: string, build: (folder: string) => Promise<void>): Promise<string> {
  const known = running.get(name);
  if (known) return known;
  const result = fill(name, build);
  running.set(name, result);
  result.catch(() => running.delete(name));
  return result;
}

/** Tells the person at the terminal, on stderr, that something slow has begun. */
export function announce(message: string): void {
  process.stderr.write(`${message}\n`);
}
