import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** One part of the whole test run: a command, and whether its own count of tests is read from its output. */
interface Stage {
  readonly name: string;
  readonly command: readonly string[];
  /** A stage with tests counts them; one without is a single check. */
  readonly counts: boolean;
}

interface Result {
  readonly passed: number;
  readonly failed: number;
  /** Each failed test with the first line of its error, to be read at the end of a log. */
  readonly faults?: readonly string[];
}

interface TimedResult extends Result {
  readonly seconds: number;
}

/** A command that runs all test files below these folders. Node 20's runner takes files, not patterns. */
function nodeTest(...folders: string[]): readonly string[] {
  const files = folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.test.ts'))
        .map((name) => join(folder, name))
        .sort(),
    );
  return [process.execPath, '--import', 'tsx', '--test', '--test-reporter=spec', ...files];
}

const bin = (name: string): string => `node_modules/.bin/${name}`;

/** Stages that need no package, and those that make it and use it, in this order; both run side by side on two cores. */
const lanes: readonly (readonly Stage[])[] = [
  [
    { name: 'types', command: [bin('tsc'), '-b'], counts: false },
    {
      name: 'lint',
      command: [bin('eslint'), '--max-warnings=0', '--cache', '--cache-location', '.cache/eslint', '.'],
      counts: false,
    },
    {
      name: 'format',
      command: [bin('prettier'), '--check', '--cache', '--cache-location', '.cache/prettier', '--log-level=warn', '.'],
      counts: false,
    },
    {
      name: 'core, rules, command line',
      command: [
        bin('tsx'),
        'test/built.ts',
        ...['test/unit', 'test/rules', 'test/corpus', 'test/conformance', 'test/clusters', 'test/cli'],
      ],
      counts: true,
    },
    {
      name: 'damaged files',
      command: [
        process.execPath,
        '--import',
        'tsx',
        'test/fuzz/fuzz.ts',
        '--cases',
        '10000',
        '--seed',
        '1',
        '--milliseconds',
        '2000',
      ],
      counts: false,
    },
  ],
  [
    { name: 'build', command: [process.execPath, 'esbuild.mjs', '--tests'], counts: false },
    { name: 'package', command: [bin('tsx'), 'test/package/pack.ts'], counts: false },
    { name: 'package contents', command: nodeTest('test/package'), counts: true },
    { name: 'inside VS Code', command: [bin('tsx'), 'test/editor/runSuite.ts'], counts: true },
    { name: 'as a user', command: nodeTest('test/e2e'), counts: true },
    { name: 'page in a browser', command: nodeTest('test/webview'), counts: true },
  ],
];

/** Runs a stage and prints its output in one piece; returns what it counted, or 1 passed or failed for a plain check. */
async function run(stage: Stage): Promise<Result> {
  const [program = '', ...args] = stage.command;
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const code = await new Promise<number>((resolve) => {
    child.on('close', (exitCode) => {
      resolve(exitCode ?? 1);
    });
  });
  console.log(`\n=== ${stage.name}\n${output}`);
  if (!stage.counts) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  return countTests(output, code);
}

function countTests(output: string, code: number): Result {
  const passed = lastNumber(output, /^ℹ pass (\d+)/gm);
  const failed = lastNumber(output, /^ℹ fail (\d+)/gm) + lastNumber(output, /^ℹ cancelled (\d+)/gm);
  const broken = code !== 0 && failed === 0;
  const empty = code === 0 && passed === 0;
  return { passed, failed: failed + (broken || empty ? 1 : 0), faults: faultsIn(output) };
}

/** The reporter repeats what failed at its end: the name of each test, and below it its error. */
function faultsIn(output: string): readonly string[] {
  const [, repeated = ''] = output.split(/^✖ failing tests:$/m);
  return [...repeated.matchAll(/^✖ (?!\/)(.*) \([\d.]+ms\)\n\s*(.*)/gm)].map(
    ([, name = '', error = '']) => `${name}: ${error.slice(0, 120)}`,
  );
}

function lastNumber(output: string, pattern: RegExp): number {
  return Number([...output.matchAll(pattern)].at(-1)?.[1] ?? 0);
}

/** Enough to see what is wrong, few enough that the counts above them stay in sight. */
const faultsShown = 10;

const only = process.argv.slice(2);

async function runLane(stages: readonly Stage[]): Promise<readonly (readonly [Stage, TimedResult])[]> {
  const results: (readonly [Stage, TimedResult])[] = [];
  for (const stage of stages.filter(({ name }) => only.length === 0 || only.includes(name))) {
    console.log(`… ${stage.name}`);
    const start = Date.now();
    const result = await run(stage);
    results.push([stage, { ...result, seconds: Math.round((Date.now() - start) / 1000) }]);
  }
  return results;
}

const results = (await Promise.all(lanes.map(runLane))).flat();

console.log('');
for (const [{ name }, { passed, failed, seconds }] of results) {
  const counts = `${String(passed)} passed, ${String(failed)} failed, ${String(seconds)} s`;
  console.log(`${failed === 0 ? 'ok  ' : 'FAIL'} ${name}: ${counts}`);
}
const total = results.reduce(
  (sum, [, result]) => ({ passed: sum.passed + result.passed, failed: sum.failed + result.failed }),
  { passed: 0, failed: 0 },
);
for (const fault of results.flatMap(([, { faults }]) => faults ?? []).slice(0, faultsShown)) console.log(`✖ ${fault}`);
console.log(`\n${String(total.passed)} passed, ${String(total.failed)} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
