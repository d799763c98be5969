import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage } from './browser';
import { startServer, type EditorServer, type ServerOptions } from './server';

/** A safety net far above what any suite needs. */
const hangMilliseconds = 300_000;

export interface HostRun extends ServerOptions {
  /** Absolute path of the folder to open. */
  readonly folder: string;
  /** Absolute path of the extension's folder, loaded as an extension under development. */
  readonly extension: string;
  /** Absolute path of the bundled test module, which exports `run(): Promise<void>`. */
  readonly tests: string;
  /** A browser to share; without it one is started and closed with the run. */
  readonly browser?: Browser;
  /** Called with each line the tests log, as it comes. */
  readonly onLog?: (line: string) => void;
}

export interface HostResult {
  /** 0 when `run()` resolved, another number when it rejected. */
  readonly code: number;
  readonly log: readonly string[];
}

// A built workbench ignores the test payload unless its page says that a test driver is wanted.
const enableTests = `document.addEventListener('readystatechange', () => {
  const element = document.getElementById('vscode-workbench-web-configuration');
  const text = element?.getAttribute('data-settings');
  if (document.readyState !== 'interactive' || !text) return;
  const configuration = JSON.parse(text);
  configuration.developmentOptions = { ...configuration.developmentOptions, enableSmokeTestDriver: true };
  element.setAttribute('data-settings', JSON.stringify(configuration));
});`;

function address(server: EditorServer, run: HostRun): string {
  const remote = (path: string) => `vscode-remote://${new URL(server.url).host}${resolve(path)}`;
  const payload = [
    ['extensionDevelopmentPath', remote(run.extension)],
    ['extensionTestsPath', remote(run.tests)],
    ['skipWelcome', 'true'],
  ];
  const query = new URLSearchParams({ folder: run.folder, payload: JSON.stringify(payload) });
  return `${server.url}/?${query.toString()}`;
}

function asLine(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Rejects when something ends that the tests need, or when they seem to hang. */
function downfall(page: Page, server: EditorServer): Promise<never> {
  return new Promise((_resolve, reject) => {
    const fail = (what: string) => () => {
      reject(new Error(`${what} before the tests were over.`));
    };
    page.once('crash', fail('The page crashed'));
    page.once('close', fail('The page was closed'));
    void server.ended.then(fail('The editor ended'));
    setTimeout(fail(`${String(hangMilliseconds / 60_000)} minutes went by`), hangMilliseconds).unref();
  });
}

async function runInPage(page: Page, server: EditorServer, run: HostRun): Promise<HostResult> {
  const log: string[] = [];
  let finish: (code: number) => void = () => undefined;
  const verdict = new Promise<number>((resolve) => (finish = resolve));
  const over = downfall(page, server);
  over.catch(() => undefined);
  await page.exposeFunction('codeAutomationLog', (_kind: string, values: unknown[]) => {
    const line = values.map(asLine).join(' ');
    log.push(line);
    run.onLog?.(line);
  });
  await page.exposeFunction('codeAutomationExit', finish);
  await page.addInitScript(enableTests);
  await page.goto(address(server, run));
  return { code: await Promise.race([verdict, over]), log };
}

/**
 * Runs a test module inside the extension host of a VS Code server, the way `@vscode/test-electron` runs it on the
 * desktop, and returns its verdict and log.
 * @throws Error when the server or the page ends before the tests do, or when they seem to hang.
 */
export async function runInsideHost(run: HostRun): Promise<HostResult> {
  const server = await startServer(run);
  try {
    const browser = run.browser ?? (await launchBrowser());
    try {
      return await runInPage(await openPage(browser), server, run);
    } finally {
      if (!run.browser) await browser.close();
    }
  } finally {
    await server.stop();
  }
}
