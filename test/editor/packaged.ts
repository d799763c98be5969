import { spawn } from 'node:child_process';
import { vsixFile } from '../package/vsixFile';
import { announce, projectRoot } from './cache';

/**
 * Builds and packages the extension and returns the path of the VSIX.
 * @throws Error with the output of the build when it fails.
 */
export async function packageExtension(): Promise<string> {
  announce('Building the extension…');
  const child = spawn('npm run --silent package', { cwd: projectRoot, shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`The extension could not be built:\n${output}`);
  return vsixFile;
}
