import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';

/** Finds npm's own script, so that it can be run by a Node of our choice; undefined when npm is laid out unusually. */
function npmScript(): string | undefined {
  const running = process.env.npm_execpath;
  if (running !== undefined && basename(running) === 'npm-cli.js') return running;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const candidate = join(folder, 'npm');
    if (existsSync(candidate) && basename(realpathSync(candidate)) === 'npm-cli.js') return realpathSync(candidate);
  }
  const beside = join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js');
  return existsSync(beside) ? beside : undefined;
}

// Set by an outer `npm run` for the project's own folder; they must not steer an install somewhere else.
const outer = new Set(['npm_config_local_prefix', 'npm_config_prefix', 'npm_config_omit', 'NODE_ENV']);

function environment(node: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !outer.has(name));
  return { ...Object.fromEntries(inherited), PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` };
}

/**
 * Runs npm in `cwd` under the Node binary `node` and returns its combined output. Never waits for input.
 * @throws Error carrying npm's output when npm cannot be started or ends with another code than 0.
 */
export function runNpm(args: readonly string[], cwd: string, node: string = process.execPath): Promise<string> {
  const script = npmScript();
  const quiet = [...args, '--no-audit', '--no-fund', '--loglevel=error'];
  const child =
    script === undefined
      ? spawn(['npm', ...quiet].join(' '), {
          cwd,
          env: environment(node),
          shell: true,
          stdio: ['ignore', 'pipe', 'pipe'],
        })
      : spawn(node, [script, ...quiet], { cwd, env: environment(node), stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(`npm ${args.join(' ')} ended with code ${String(code)}:\n${output}`));
    });
  });
}
