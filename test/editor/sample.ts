import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from './cache';

/** Returns the root to remove later and, in it, a fresh copy of one of the sample clusters in media/samples. */
export async function copySample(name = '2018-cluster'): Promise<{ readonly root: string; readonly folder: string }> {
  const root = await mkdtemp(join(tmpdir(), 'sample-'));
  const folder = join(root, name);
  await cp(join(projectRoot, 'media', 'samples', name), folder, { recursive: true });
  return { root, folder };
}
