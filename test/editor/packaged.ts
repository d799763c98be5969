import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { announce, projectRoot } from './cache';

/** Absolute path of the packaged extension. */
export const vsixFile = join(projectRoot, 'dist', 'kubelet-tls-bootstrap.vsix');

/**
 * Builds and packages the extension and returns the path of the VSIX; the output of the build is shown on stderr.
 * @throws Error when the build fails.
 */
export async function packageExtension(): Promise<string> {
  announce('Building the extension…');
  const child = spawn('npm run --silent package', { cwd: projectRoot, shell: true, stdio: ['ignore', 2, 2] });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error('The extension could not be built.');
  return vsixFile;
}
