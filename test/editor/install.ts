import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { announce, cached } from './cache';
import { nodeOfMajor } from './nodeBinary';
import { runNpm } from './npm';
import { buildNatives, linkBundledModules, placeRipgrep } from './natives';

/** The editor versions known to work, with the Node major each is made for and the VS Code it is. */
const releases = {
  '4.100.3': { node: 20, vscode: '1.100.3' },
  '4.139.1': { node: 24, vscode: '1.139.1' },
} as const;

export type EditorVersion = keyof typeof releases;

export interface Editor {
  readonly version: EditorVersion;
  /** The VS Code release inside. */
  readonly vscode: string;
  /** Node binary to run it with. */
  readonly node: string;
  /** The script to run. */
  readonly entry: string;
}

/**
 * Returns the editor version to use: EDITOR_VERSION from the environment, else the one that matches `engines.vscode`.
 * @throws Error when EDITOR_VERSION names a version that is not known to work.
 */
export function chosenVersion(): EditorVersion {
  const asked = process.env.EDITOR_VERSION ?? '4.100.3';
  if (Object.hasOwn(releases, asked)) return asked as EditorVersion;
  throw new Error(`EDITOR_VERSION=${asked} is not one of ${Object.keys(releases).join(', ')}.`);
}

async function unpack(version: EditorVersion, node: string, draft: string): Promise<void> {
  await writeFile(join(draft, 'package.json'), '{"private":true}');
  await runNpm(['install', '--ignore-scripts', `code-server@${version}`], draft, node);
  const vscode = join(draft, 'node_modules', 'code-server', 'lib', 'vscode');
  await runNpm(['install', '--ignore-scripts', '--omit=dev'], vscode, node);
  await placeRipgrep(vscode, node);
  await linkBundledModules(vscode);
  await buildNatives(draft, vscode, node);
}

/**
 * Returns a ready-to-run VS Code server of the given version, installing it into the test cache first when needed.
 * @throws Error with npm's output when a package cannot be installed, or when the version found is not the one asked for.
 */
export async function installEditor(version: EditorVersion = chosenVersion()): Promise<Editor> {
  const release = releases[version];
  const node = await nodeOfMajor(release.node);
  const folder = await cached(`code-server-${version}`, async (draft) => {
    announce(`Installing VS Code ${release.vscode} (code-server ${version})…`);
    await unpack(version, node, draft);
  });
  const home = join(folder, 'node_modules', 'code-server');
  const manifest = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
  if (manifest.version !== version) throw new Error(`${home} holds version ${manifest.version}, not ${version}.`);
  return { version, vscode: release.vscode, node, entry: join(home, 'out', 'node', 'entry.js') };
}
