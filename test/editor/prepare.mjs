/**
 * Installs the project's packages when they are missing or differ from the lock file; says nothing otherwise.
 * Runs before node_modules exists, so it may import nothing but Node's own modules.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const minimumNode = 20;

/** Reads the `packages` table of an npm lock file; undefined when the file is absent or not JSON. */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * True when node_modules under `root` holds what package-lock.json asks for. npm writes the hidden lock file as its
 * last act, so an interrupted install is never mistaken for a finished one.
 */
export function isInstalled(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.optional || entry.peer) return true;
    const found = present[path];
    return found?.version === entry.version && found?.integrity === entry.integrity && existsSync(join(root, path));
  });
}

/** Runs `npm ci` in `root` when needed; returns the exit code, 0 when there was nothing to do. */
export function prepare(root) {
  if (isInstalled(root)) return 0;
  process.stderr.write('Installing packages (npm ci)…\n');
  // No package here needs its install script, and npm may refuse to run scripts nobody has approved.
  const command = 'npm ci --ignore-scripts --no-audit --no-fund --loglevel=error';
  const { status } = spawnSync(command, { cwd: root, shell: true, stdio: ['ignore', 2, 2] });
  return status ?? 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (Number(process.versions.node.split('.')[0]) < minimumNode) {
    process.stderr.write(`Node ${minimumNode} or newer is needed; this is Node ${process.versions.node}.\n`);
    process.exit(1);
  }
  process.exit(prepare(join(dirname(fileURLToPath(import.meta.url)), '..', '..')));
}
