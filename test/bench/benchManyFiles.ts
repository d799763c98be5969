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
      const inside = Array.from({ length: nodes }, (_, index) => join(folder, `n${String(index)}`));
      for (const [index, path] of inside.entries()) await writeNode(path, index);
      print(nodes * files.length, 'one cluster', await costOf(program, [folder]));
      print(nodes * files.length, 'a cluster each ten', await costOf(program, inside));
    }
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function costOf(program: string, folders: readonly string[]): Promise<Cost> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...folders]);
  return JSON.parse(stdout) as Cost;
}

async function writeNode(folder: string, index: number): Promise<void> {
  for (const [name, make] of files) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, make(index));
  }
}

function print(count: number, what: string, { all, first, peak }: Cost): void {
  const [each, total, start] = [(all / count) * 1000, all / 1000, first / 1000];
  console.log(
    `${String(count).padStart(6)} files, ${what}: ${each.toFixed(0)} µs a file, ${total.toFixed(1)} s in all, ` +
      `first finding after ${start.toFixed(1)} s, peak ${(peak / 1e6).toFixed(0)} MB`,
  );
}
