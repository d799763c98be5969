import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestRunFailedError, runTests } from '@vscode/test-electron';
import { cacheRoot } from './cache';

export interface DesktopRun {
  /** Absolute path of the folder to open. */
  readonly folder: string;
  /** Absolute path of the extension's folder. */
  readonly extension: string;
  /** Absolute path of the bundled test module, which exports `run(): Promise<void>`. */
  readonly tests: string;
  /** A VS Code release to download when VSCODE_EXECUTABLE names none, for example 1.100.3 or stable. */
  readonly version?: string;
}

function explain(error: unknown): Error {
  const hint =
    'A desktop VS Code is needed: set VSCODE_EXECUTABLE to its executable, or run this where one can be downloaded.' +
    (process.platform === 'linux' && !process.env.DISPLAY ? ' There is no display either: use xvfb-run.' : '');
  return new Error(`The tests did not run in a desktop VS Code. ${hint}`, { cause: error });
}

/**
 * Runs a test module in a desktop VS Code: the one VSCODE_EXECUTABLE names, else a downloaded one. Returns 0 when
 * `run()` resolved and 1 when it rejected.
 * @throws Error saying what is missing when no desktop VS Code could be had or started.
 */
export async function runDesktop(run: DesktopRun): Promise<number> {
  const home = await mkdtemp(join(tmpdir(), 'desktop-'));
  const executable = process.env.VSCODE_EXECUTABLE;
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  try {
    return await runTests({
      ...(executable ? { vscodeExecutablePath: executable } : { version: run.version ?? '1.100.3' }),
      cachePath: cacheRoot,
      extensionDevelopmentPath: run.extension,
      extensionTestsPath: run.tests,
      launchArgs: [
        run.folder,
        '--user-data-dir',
        join(home, 'user'),
        '--extensions-dir',
        join(home, 'extensions'),
        '--disable-workspace-trust',
        '--disable-telemetry',
        '--disable-updates',
        '--skip-welcome',
        '--skip-release-notes',
        ...asRoot,
      ],
    });
  } catch (error) {
    if (error instanceof TestRunFailedError && error.code === 1) return 1;
    throw explain(error);
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
}
