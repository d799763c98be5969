import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose_gc');
const collect = runInNewContext('gc') as () => void;

/** What a piece of work costs in memory, in MiB. */
export interface HeapCost {
  /** What its result keeps alive. */
  readonly kept: number;
  /** What it allocated that was not collected while it ran; at least `kept`. */
  readonly peak: number;
}

/** As many results are kept side by side, so that what the engine itself frees meanwhile counts little. */
const KEPT = 10;

/** Returns the memory that `work` takes, with everything collected before it and after it. */
export function heapOf(work: () => unknown): HeapCost {
  work();
  collect();
  const start = process.memoryUsage().heapUsed;
  work();
  const peak = process.memoryUsage().heapUsed - start;
  collect();
  const before = process.memoryUsage().heapUsed;
  const results = Array.from({ length: KEPT }, work);
  collect();
  const kept = (process.memoryUsage().heapUsed - before) / results.length;
  return { kept: mib(kept), peak: mib(Math.max(peak, kept)) };
}

/** Returns what is alive now, in MiB. */
export function heapUsed(): number {
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

function mib(bytes: number): number {
  return Math.max(bytes, 0) / 2 ** 20;
}
