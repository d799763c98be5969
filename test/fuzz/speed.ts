import { lint } from '../../src/core/lint/lint';
import { kubernetes, type Files } from '../rules/examples';
import { parse, Violation, type Treatment } from './invariants';

/** Reading and linting each get their time for so many characters, and for every so many more. */
const per = 100_000;

/** A slow run counts when it is slow every time: the first one still compiles the program. */
const confirmations = 3;

/** Throws when reading or linting takes too long for the size of the files. */
export function checkSpeed(files: Files, { kind, release, milliseconds }: Treatment): void {
  const size = [...files.values()].reduce((sum, text) => sum + text.length, 0);
  const limit = milliseconds * Math.max(1, size / per);
  const parsed = parse(files, kind);
  confirm('reading', limit, () => parse(files, kind));
  confirm('linting', limit, () => lint(parsed, { kubernetes, target: release }));
}

function confirm(what: string, limit: number, work: () => unknown): void {
  for (let run = 0; run <= confirmations; run += 1) if (millisecondsOf(work) <= limit) return;
  throw new Violation(`${what} takes too long`);
}

/** Processor time: other programs use the machine too. */
function millisecondsOf(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  return process.cpuUsage(start).user / 1000;
}
