import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { packageExtension } from '../editor/packaged';
import { Probe } from './probe';

const RUNS = 5;

/** Prints the activation time of the packaged extension beside that of an extension that does nothing. */
export async function benchActivation(): Promise<void> {
  const ours = await packageExtension();
  await Probe.with('test/bench/activationProbe.ts', async (probe) => {
    const empty = await emptyExtension(join(probe.folder, 'empty'));
    await measure(probe, [resolve(ours), empty]);
  });
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

async function measure(probe: Probe, vsix: readonly string[]): Promise<void> {
  const times = new Map<string, number[]>();
  for (let run = 0; run < RUNS; run += 1) {
    for (const line of await probe.run(vsix)) {
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
