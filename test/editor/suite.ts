import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from './cache';

export interface Suite {
  readonly extension: string;
  readonly tests: string;
  readonly folder: string;
}

/**
 * Calls `use` with the suite that runs inside VS Code, in a folder of its own that is empty and goes away afterwards.
 * @throws Error when the suite has not been built.
 */
export async function withSuite<T>(use: (suite: Suite) => Promise<T>): Promise<T> {
  const tests = join(projectRoot, '.cache', 'test', 'host.cjs');
  if (!existsSync(tests)) throw new Error('The suite is not built: run `node esbuild.mjs --tests` first.');
  const folder = await mkdtemp(join(tmpdir(), 'suite-'));
  try {
    return await use({ extension: projectRoot, tests, folder });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
