import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { runInsideHost } from '../editor/insideHost';

/** A program that runs inside the editor, beside installed extensions, and says what it measured by logging lines. */
export class Probe {
  private constructor(
    /** An empty folder for whatever the measurement makes; gone when the probe is. */
    readonly folder: string,
    private readonly tests: string,
    private readonly host: string,
  ) {}

  /** Makes a probe of a module that exports `run(): Promise<void>`, lends it to `use`, and removes all that it wrote. */
  static async with(entry: string, use: (probe: Probe) => Promise<void>): Promise<void> {
    const root = await mkdtemp(join(tmpdir(), 'bench-'));
    try {
      const probe = new Probe(root, join(root, 'probe.cjs'), join(root, 'host'));
      await probe.#make(entry);
      await use(probe);
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  }

  /** Starts an editor with the extensions, runs the module in it, and returns what it logged. */
  async run(vsix: readonly string[]): Promise<readonly string[]> {
    const { log } = await runInsideHost({ folder: this.folder, extension: this.host, tests: this.tests, vsix });
    return log;
  }

  async #make(entry: string): Promise<void> {
    const entryPoints = [entry];
    await build({
      entryPoints,
      outfile: this.tests,
      bundle: true,
      format: 'cjs',
      platform: 'node',
      external: ['vscode'],
    });
    await mkdir(this.host);
    const manifest = { name: 'host', publisher: 'bench', version: '1.0.0', engines: { vscode: '^1.100.0' } };
    await writeFile(join(this.host, 'package.json'), JSON.stringify(manifest));
  }
}
