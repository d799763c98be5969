import { spawn, execFile, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { installEditor, type Editor, type EditorVersion } from './install';
import { quietSettings, type Settings } from './settings';

const run = promisify(execFile);
const guard = join(dirname(fileURLToPath(import.meta.url)), 'guard.mjs');

export interface ServerOptions {
  /** VSIX files to install before the start. */
  readonly vsix?: readonly string[];
  /** User settings on top of the quiet ones. */
  readonly settings?: Settings;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  readonly version?: EditorVersion;
  /** Folders that belong to this run and go away with it. */
  readonly remove?: readonly string[];
}

export interface EditorServer {
  /** For example http://127.0.0.1:41234, without a trailing slash. */
  readonly url: string;
  readonly editor: Editor;
  /** The settings file that may be changed while the editor runs; it starts as {} and wins over the user settings. */
  readonly settingsFile: string;
  /** Resolves with everything the server has printed once it is gone, for whatever reason. */
  readonly ended: Promise<string>;
  /** Ends the server with all its processes and removes its folders. May be called twice. */
  stop(): Promise<void>;
}

interface Home {
  readonly root: string;
  readonly flags: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly settingsFile: string;
}

async function makeHome(settings: Settings): Promise<Home> {
  const root = await mkdtemp(join(tmpdir(), 'editor-'));
  const userFile = join(root, 'user', 'User', 'settings.json');
  // The server edition does not notice when its user settings file changes; it does notice the machine's.
  const settingsFile = join(root, 'user', 'Machine', 'settings.json');
  for (const file of [userFile, settingsFile]) await mkdir(dirname(file), { recursive: true });
  await writeFile(userFile, JSON.stringify({ ...quietSettings, ...settings }, undefined, 2));
  await writeFile(settingsFile, '{}');
  await writeFile(join(root, 'config.yaml'), 'auth: none\n');
  const folders = ['--user-data-dir', join(root, 'user'), '--extensions-dir', join(root, 'extensions')];
  const own = { XDG_CONFIG_HOME: root, XDG_DATA_HOME: root, XDG_RUNTIME_DIR: root, XDG_CACHE_HOME: root };
  // Without a gallery the editor asks the network for nothing.
  const env = { ...own, EXTENSIONS_GALLERY: '{}' };
  return { root, settingsFile, env, flags: ['--config', join(root, 'config.yaml'), ...folders] };
}

async function installExtensions(editor: Editor, home: Home, vsix: readonly string[]): Promise<void> {
  if (vsix.length === 0) return;
  const requests = vsix.flatMap((file) => ['--install-extension', file]);
  const env = { ...process.env, ...home.env };
  const { stdout, stderr } = await run(editor.node, [editor.entry, ...home.flags, ...requests, '--force'], { env });
  const installed = stdout.match(/was successfully installed/g)?.length ?? 0;
  if (installed !== vsix.length) throw new Error(`The editor did not install ${vsix.join(', ')}:\n${stdout}${stderr}`);
}

const startFlags = [
  '--auth=none',
  '--disable-telemetry',
  '--disable-update-check',
  '--disable-workspace-trust',
  '--disable-getting-started-override',
  '--disable-proxy',
  '--ignore-last-opened',
];

function spawnGuarded(editor: Editor, home: Home, options: ServerOptions): ChildProcess {
  const address = `127.0.0.1:${String(options.port ?? 0)}`;
  const command = {
    command: editor.node,
    args: [editor.entry, ...home.flags, ...startFlags, '--bind-addr', address],
    env: home.env,
    remove: [home.root, ...(options.remove ?? [])],
  };
  return spawn(process.execPath, [guard, JSON.stringify(command)], { detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
}

function watch(guarded: ChildProcess): { url: Promise<string>; ended: Promise<string> } {
  let output = '';
  let found: (url: string) => void;
  let failed: (error: Error) => void;
  const url = new Promise<string>((resolve, reject) => ([found, failed] = [resolve, reject]));
  const read = (chunk: Buffer) => {
    output += chunk.toString();
    const match = /HTTP server listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(output);
    if (match?.[1] !== undefined) found(match[1]);
  };
  guarded.stdout?.on('data', read);
  guarded.stderr?.on('data', read);
  const ended = new Promise<string>((resolve) => {
    guarded.once('close', () => {
      resolve(output);
    });
  });
  void ended.then((text) => {
    failed(new Error(`The editor did not start:\n${text}`));
  });
  return { url, ended };
}

/**
 * Starts a VS Code server on 127.0.0.1 with fresh user data, the given VSIX files installed and no sign-in, and returns
 * once it listens. It ends with `stop()`, and also when this process ends in any way.
 * @throws Error with the server's output when it does not start or an extension does not install.
 */
export async function startServer(options: ServerOptions = {}): Promise<EditorServer> {
  const editor = await installEditor(options.version);
  const home = await makeHome(options.settings ?? {});
  try {
    await installExtensions(editor, home, options.vsix ?? []);
  } catch (error) {
    for (const folder of [home.root, ...(options.remove ?? [])]) await rm(folder, { recursive: true, force: true });
    throw error;
  }
  const guarded = spawnGuarded(editor, home, options);
  const { url, ended } = watch(guarded);
  const stop = async (): Promise<void> => {
    guarded.stdin?.end();
    await ended;
  };
  return { url: await url, editor, settingsFile: home.settingsFile, ended, stop };
}
