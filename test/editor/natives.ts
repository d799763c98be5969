import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runNpm } from './npm';

const run = promisify(execFile);

/** Stand-ins for native modules on a machine without a compiler: what the editor calls, doing nothing. */
const standIns: Readonly<Record<string, string>> = {
  argon2: "exports.hash = exports.verify = () => Promise.reject(new Error('argon2 is not built'));",
  'native-watchdog': 'exports.start = () => {}; exports.exit = (code) => process.exit(code);',
  '@vscode/native-watchdog': 'exports.start = () => {}; exports.exit = (code) => process.exit(code);',
  '@vscode/spdlog': `
const logger = new Proxy({}, { get: (_, name) => (name === "then" ? undefined : name === "getLevel" ? () => 2 : () => {}) });
exports.version = 0;
exports.setLevel = exports.setFlushOn = exports.shutdown = () => {};
exports.createRotatingLogger = exports.createAsyncRotatingLogger = () => Promise.resolve(logger);
exports.Logger = class { constructor() { return logger; } };`,
};

async function loads(module: string, folder: string, node: string): Promise<boolean> {
  try {
    await run(node, ['-e', `require(${JSON.stringify(module)})`], { cwd: folder });
    return true;
  } catch {
    return false;
  }
}

async function standIn(module: string, folder: string): Promise<void> {
  const home = join(folder, 'node_modules', module);
  const manifest = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { main?: string };
  const main = join(home, manifest.main ?? 'index.js');
  await writeFile(main.endsWith('js') ? main : `${main}.js`, standIns[module] ?? '');
}

async function build(modules: readonly string[], folder: string, node: string): Promise<void> {
  const present = modules.filter((module) => existsSync(join(folder, 'node_modules', module)));
  if (present.length === 0) return;
  await runNpm(['rebuild', ...present], folder, node).catch(() => undefined);
  for (const module of present) if (!(await loads(module, folder, node))) await standIn(module, folder);
}

/**
 * Builds the native modules the editor loads at start; a module that cannot be built here (no compiler, no headers) is
 * replaced by one that does nothing, which costs the editor its log files and its watchdog and nothing else.
 */
export async function buildNatives(root: string, vscode: string, node: string): Promise<void> {
  await build(['argon2'], root, node);
  await build(['@vscode/spdlog', 'native-watchdog', '@vscode/native-watchdog'], vscode, node);
}

/**
 * Puts a ripgrep binary where the editor looks for it. File search and `workspace.findFiles` need it, and its package
 * would otherwise fetch it in an install script.
 * @throws Error with npm's output when no ripgrep package exists for this machine.
 */
export async function placeRipgrep(vscode: string, node: string): Promise<void> {
  const name = `@vscode/ripgrep-${process.platform}-${process.arch}`;
  const binary = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const home = join(vscode, 'node_modules', '@vscode', 'ripgrep');
  const target = join(home, 'bin');
  // Later editors carry the binary in another package.
  if (!existsSync(home) || existsSync(join(target, binary))) return;
  const draft = await mkdtemp(join(vscode, 'ripgrep-'));
  try {
    await writeFile(join(draft, 'package.json'), '{"private":true}');
    await runNpm(['install', '--ignore-scripts', `${name}@1.18.0`], draft, node);
    await mkdir(target, { recursive: true });
    await copyFile(join(draft, 'node_modules', name, 'bin', binary), join(target, binary));
    await chmod(join(target, binary), 0o755);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Makes `node_modules.asar`, the name under which the editor looks for modules it does not have loose. */
export async function linkBundledModules(vscode: string): Promise<void> {
  const link = join(vscode, 'node_modules.asar');
  if (!existsSync(link)) await symlink('node_modules', link, 'junction');
}
