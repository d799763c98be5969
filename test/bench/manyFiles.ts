import { performance } from 'node:perf_hooks';
import { readerOf } from '../../src/cli/reader';
import { run } from '../../src/cli/run';

/** A program of its own: lints the folders it is given as the command line does, and tells what that cost as JSON. */
let first: number | undefined;
const start = performance.now();
await run(['lint', '--format', 'github', ...process.argv.slice(2)], {
  out: () => {
    first ??= performance.now() - start;
  },
  err: () => undefined,
  readInput: () => Promise.resolve(new Uint8Array()),
  cwd: process.cwd(),
  reader: readerOf('en', {}),
  colour: false,
  now: () => new Date(),
});
const all = performance.now() - start;
// Node tells the peak in kilobytes.
console.log(JSON.stringify({ all, first: first ?? all, peak: process.resourceUsage().maxRSS * 1024 }));
