import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { ExitCode } from '../../src/cli/io';
import { readerOf, type Reader } from '../../src/cli/reader';
import { run } from '../../src/cli/run';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Called {
  readonly status: ExitCode;
  readonly out: string;
  readonly err: string;
}

export const english = readerOf('en', {});

interface Surroundings {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly colour?: boolean;
  readonly reader?: Reader;
}

/** Calls the program in this process, as `main.ts` does. */
export async function call(words: readonly string[], surroundings: Surroundings = {}): Promise<Called> {
  let out = '';
  let err = '';
  const { cwd = root, input = '', colour = false, reader = english } = surroundings;
  const status = await run(words, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    readInput: () => Promise.resolve(typeof input === 'string' ? Buffer.from(input) : input),
    cwd,
    colour,
    reader,
    now: () => new Date('2026-01-01T12:00:00Z'),
  });
  return { status, out, err };
}

/** Makes a folder with the files given; it goes when the tests of the file are done. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'tls-bootstrap-'));
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Starts the program as its users do, in a process of its own; it speaks English unless the environment given says otherwise. */
export function start(words: readonly string[], environment: NodeJS.ProcessEnv = {}): ChildProcessWithoutNullStreams {
  const built = process.env.BUILT_PROGRAM;
  const program = built === undefined ? ['--import', 'tsx', join(root, 'src/cli/main.ts')] : [built];
  return spawn(process.execPath, [...program, ...words], {
    cwd: root,
    env: { ...process.env, LC_ALL: 'C', ...environment },
  });
}

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Returns what a process printed, and how it ended. */
export async function ended(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString('utf8');
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString('utf8');
  });
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { status, out, err };
}
