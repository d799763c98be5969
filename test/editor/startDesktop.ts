import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { projectRoot } from './cache';
import { packageExtension } from './packaged';
import { copySample } from './sample';

function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

function desktopEditor(): string | undefined {
  const asked = process.env.VSCODE_EXECUTABLE;
  if (asked !== undefined && asked !== '') return existsSync(asked) ? asked : undefined;
  const names = process.platform === 'win32' ? ['code.cmd', 'code-insiders.cmd'] : ['code', 'code-insiders'];
  return names.map(onPath).find((path) => path !== undefined);
}

async function run(executable: string, args: readonly string[]): Promise<number> {
  const shell = executable.endsWith('.cmd');
  const child = spawn(shell ? `"${executable}"` : executable, args, { stdio: 'inherit', shell });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      resolve(code ?? 1);
    });
  });
}

const editor = desktopEditor();
if (editor === undefined) {
  console.error('No desktop VS Code was found: put `code` on the PATH, or set VSCODE_EXECUTABLE to its executable.');
  console.error('`npm start` needs none: it opens VS Code in the browser.');
  process.exit(1);
}
await packageExtension();
const { root, folder } = await copySample();
const own = ['--user-data-dir', join(root, 'user'), '--extensions-dir', join(root, 'extensions')];
const quiet = ['--disable-workspace-trust', '--disable-telemetry', '--skip-welcome', '--new-window', '--wait'];
process.exitCode = await run(editor, [`--extensionDevelopmentPath=${projectRoot}`, ...own, ...quiet, folder]);
await rm(root, { recursive: true, force: true, maxRetries: 5 });
