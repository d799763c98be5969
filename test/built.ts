import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as bundle, type Plugin } from 'esbuild';

/** Runs a process for each test file as Node does, bundled before: reading TypeScript anew takes each of them longer than its tests. */

const cache = '.cache/tests';

/** Packages that find their own files on disk. */
const external = ['esbuild', 'eslint'];

/** A file that asks where it stands is told where its source stands. */
const places: Plugin = {
  name: 'places',
  setup(build) {
    build.onLoad({ filter: /[\\/](?:data|src|test)[\\/].*\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (!text.includes('import.meta.url')) return undefined;
      return { loader: 'ts', contents: text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)) };
    });
  },
};

function testFilesIn(place: string): readonly string[] {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(place, name))
    .sort();
}

/** Bundles the files into a folder and returns what to run in their place. */
async function bundled(files: readonly string[], folder: string): Promise<readonly string[]> {
  await bundle({
    entryPoints: [...files],
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'linked',
    sourcesContent: false,
    outbase: '.',
    outdir: folder,
    external,
    plugins: [places],
    logLevel: 'warning',
  });
  return files.map((file) => join(folder, file.replace(/\.ts$/, '.js')));
}

mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(resolve(cache, 'run-'));
const [program, ...tests] = await bundled(['src/cli/main.ts', ...process.argv.slice(2).flatMap(testFilesIn)], folder);
const runner = spawn(process.execPath, ['--enable-source-maps', '--test', '--test-reporter=spec', ...tests], {
  stdio: 'inherit',
  // What starts the program in a process of its own starts the bundled one.
  env: { ...process.env, BUILT_PROGRAM: program },
});
runner.on('close', (status) => {
  rmSync(folder, { recursive: true });
  process.exitCode = status ?? 1;
});
