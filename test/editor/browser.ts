import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { announce, cached } from './cache';
import { runNpm } from './npm';
import { patience } from './wait';

const run = promisify(execFile);

export interface BrowserBinary {
  readonly executablePath: string;
  /** Extra environment the binary needs; empty for an installed browser. */
  readonly env: Readonly<Record<string, string>>;
}

const names = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
];

function installedPlaces(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
    );
  }
  if (process.platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    const below = [join('Google', 'Chrome'), join('Microsoft', 'Edge'), 'Chromium'];
    const executable = (folder: string) => (folder.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe');
    return roots.flatMap((root) => (root ? below.map((b) => join(root, b, 'Application', executable(b))) : []));
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

async function starts(binary: BrowserBinary): Promise<boolean> {
  try {
    await run(binary.executablePath, ['--version'], { env: { ...process.env, ...binary.env } });
    return true;
  } catch {
    return false;
  }
}

const inflate = "import('@sparticuz/chromium').then((m) => m.default.executablePath())";

async function unpackBundled(draft: string): Promise<void> {
  announce('Installing a browser for the tests (@sparticuz/chromium)…');
  await writeFile(join(draft, 'package.json'), '{"private":true}');
  await runNpm(['install', '--ignore-scripts', '@sparticuz/chromium@143.0.4', 'dejavu-fonts-ttf@2.37.3'], draft);
  // The package unpacks itself into the temp folder; the runtime's name makes it add the libraries a bare system lacks.
  await run(process.execPath, ['-e', inflate], {
    cwd: draft,
    env: { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
  });
  await rename(join(draft, 'node_modules', 'dejavu-fonts-ttf', 'ttf'), join(draft, 'fonts', 'dejavu'));
  await rm(join(draft, 'node_modules'), { recursive: true });
}

async function writeFontConfig(folder: string): Promise<string> {
  const file = join(folder, 'fonts.conf');
  if (existsSync(file)) return file;
  const include = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>';
  const places = `<dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fontcache')}</cachedir>`;
  const mono = '<alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>';
  await writeFile(file, `<?xml version="1.0"?>\n<fontconfig>${include}${places}${mono}</fontconfig>\n`);
  return file;
}

async function bundledBrowser(): Promise<BrowserBinary> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome, Chromium or Edge was found. Install one, or set CHROME_PATH to its executable.');
  }
  const folder = await cached('chromium-143.0.4', unpackBundled);
  const plain = { executablePath: join(folder, 'chromium'), env: { FONTCONFIG_FILE: await writeFontConfig(folder) } };
  if (await starts(plain)) return plain;
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  const complete = { ...plain, env: { ...plain.env, LD_LIBRARY_PATH: libraries } };
  if (await starts(complete)) return complete;
  throw new Error(`The browser ${plain.executablePath} does not start here. Install Chromium, or set CHROME_PATH.`);
}

/**
 * Returns a browser to drive: CHROME_PATH, else an installed Chrome, Chromium or Edge, else one installed on demand.
 * CHROME_PATH=bundled takes the one installed on demand in any case.
 * @throws Error saying what to do when CHROME_PATH names nothing or no browser can be had on this machine.
 */
export async function findBrowser(): Promise<BrowserBinary> {
  const asked = process.env.CHROME_PATH;
  if (asked === 'bundled') return bundledBrowser();
  if (asked !== undefined && asked !== '') {
    if (!existsSync(asked)) throw new Error(`CHROME_PATH=${asked} does not exist.`);
    return { executablePath: asked, env: {} };
  }
  const installed = installedPlaces().find((path) => existsSync(path));
  return installed === undefined ? bundledBrowser() : { executablePath: installed, env: {} };
}

const quietArguments = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--font-render-hinting=none',
];

/** Starts a headless browser that asks nothing of the network by itself. The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const binary = await findBrowser();
  const asRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: binary.executablePath,
    headless: true,
    chromiumSandbox: !asRoot && !binary.executablePath.includes('.vscode-test'),
    args: quietArguments,
    env: { ...(process.env as Record<string, string>), ...binary.env },
  });
}

/** Opens an empty page in a context of its own, with the default patience; close it with `page.context().close()`. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US', ...options });
  context.setDefaultTimeout(patience);
  // The TypeScript runner wraps named functions in a helper, which functions sent to the page would miss there.
  await context.addInitScript('globalThis.__name ??= (value) => value;');
  return context.newPage();
}
