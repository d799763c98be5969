import { chmod, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';

/**
 * Gives a file another text, whole or not at all: the text is written beside it first. A link stays a link, the mode stays.
 * Throws what the system throws.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const target = await realpath(path);
  const { mode } = await stat(target);
  const beside = `${target}.tls-bootstrap-${String(process.pid)}`;
  try {
    await writeFile(beside, text, { flag: 'wx' });
    await chmod(beside, mode & 0o7777);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
