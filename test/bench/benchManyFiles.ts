import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import {
  clusterRole,
  clusterRoleBinding,
  deployment,
  kubeadmConfiguration,
  kubeletConfiguration,
  kubeletEnvironment,
  kubeletUnit,
  operator,
} from './manifests';

const NODES = [100, 500, 1000];

/** What one node and what goes with it adds to the repository: ten files, three of them of no kind that is read. */
const files: readonly (readonly [name: string, make: (index: number) => string])[] = [
  ['node/kubelet.service', kubeletUnit],
  ['node/kubelet.env', kubeletEnvironment],
  ['node/config.yaml', kubeletConfiguration],
  ['node/kubeadm.yaml', kubeadmConfiguration],
  ['rbac/role.yaml', clusterRole],
  ['rbac/binding.yaml', clusterRoleBinding],
  ['operator.yaml', operator],
  ['app/deployment.yaml', deployment],
  ['app/canary.yaml', deployment],
  ['README.md', (index) => `# Node ${String(index)}\n\nSet up by hand.\n`.repeat(20)],
];

interface Cost {
  readonly all: number;
  readonly first: number;
  readonly peak: number;
}

/** Prints what the command line takes for ever larger repositories: flat means that no file is compared with all others. */
export async function benchManyFiles(): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const program = join(root, 'lint.mjs');
    await build({
      entryPoints: ['test/bench/manyFiles.ts'],
      outfile: program,
      bundle: true,
      format: 'esm',
      platform: 'node',
    });
    for (const nodes of NODES) {
      const folder = join(root, String(nodes));
      for (let index = 0; index < nodes; index += 1) await writeNode(join(folder, `n${String(index)}`), index);
      const { stdout } = await promisify(execFile)(process.execPath, [program, folder]);
      print(nodes * files.length, JSON.parse(stdout) as Cost);
    }
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function writeNode(folder: string, index: number): Promise<void> {
  for (const [name, make] of files) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, make(index));
  }
}

function print(count: number, { all, first, peak }: Cost): void {
  const [each, total, start] = [(all / count) * 1000, all / 1000, first / 1000];
  console.log(
    `${String(count).padStart(6)} files: ${each.toFixed(0)} µs a file, ${total.toFixed(1)} s in all, ` +
      `first finding after ${start.toFixed(1)} s, peak ${(peak / 1e6).toFixed(0)} MB`,
  );
}
