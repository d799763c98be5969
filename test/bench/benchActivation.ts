import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { build } from 'esbuild';
import { runInsideHost } from '../editor/insideHost';
import { packageExtension } from '../editor/packaged';

const RUNS = 5;

/** Prints the activation time of the packaged extension beside that of an extension that does nothing. */
export async function benchActivation(): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const ours = await packageExtension();
    const empty = await emptyExtension(join(root, 'empty'));
    const tests = join(root, 'probe.cjs');
    await build({
      entryPoints: ['test/bench/activationProbe.ts'],
      outfile: tests,
      bundle: true,
      format: 'cjs',
      platform: 'node',
      external: ['vscode'],
    });
    await measure({ root, tests, vsix: [resolve(ours), empty] });
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** Packs an extension whose `activate` is empty and returns the path of its VSIX. */
async function emptyExtension(folder: string): Promise<string> {
  await mkdir(folder);
  const manifest = {
    name: 'empty-extension',
    publisher: 'bench',
    version: '1.0.0',
    engines: { vscode: '^1.100.0' },
    main: './main.js',
    activationEvents: ['onCommand:empty.never'],
  };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'main.js'), 'exports.activate = () => undefined;\n');
  await writeFile(join(folder, 'LICENSE'), 'none\n');
  const packagePath = join(folder, 'empty.vsix');
  await createVSIX({ cwd: folder, packagePath, dependencies: false, allowMissingRepository: true });
  return packagePath;
}

async function measure(parts: { root: string; tests: string; vsix: readonly string[] }): Promise<void> {
  const times = new Map<string, number[]>();
  const host = join(parts.root, 'host');
  await mkdir(host);
  await writeFile(
    join(host, 'package.json'),
    JSON.stringify({ name: 'host', publisher: 'bench', version: '1.0.0', engines: { vscode: '^1.100.0' } }),
  );
  for (let run = 0; run < RUNS; run += 1) {
    const { log } = await runInsideHost({ folder: parts.root, extension: host, tests: parts.tests, vsix: parts.vsix });
    for (const line of log) {
      const [, name = '', time = ''] = /^activation (\S+) (\S+)/.exec(line) ?? [];
      if (name !== '') times.set(name, [...(times.get(name) ?? []), Number(time)]);
    }
  }
  const median = (name: string): number => times.get(name)?.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? NaN;
  const [ours, empty] = [median('kubelet-tls-bootstrap'), median('empty-extension')];
  console.log(
    `activation ${ours.toFixed(1)} ms ÷ ${empty.toFixed(1)} ms (an empty extension) = ${(ours / empty).toFixed(2)}`,
  );
}
