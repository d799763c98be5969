import { performance } from 'node:perf_hooks';

/** Repeated runs, in milliseconds. */
export interface Timing {
  readonly min: number;
  readonly median: number;
  readonly p95: number;
}

/** Returns how long `work` takes over `runs` runs, after a few that warm up and are not counted. */
export function measure(work: () => unknown, runs = 30): Timing {
  for (let run = 0; run < Math.ceil(runs / 5); run += 1) work();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return timingOf(times);
}

/** Returns how long two pieces of work take, run by turns, so that a busy machine slows both. */
export function measureByTurns(
  ours: () => unknown,
  base: () => unknown,
  runs = 30,
): { readonly ours: Timing; readonly base: Timing } {
  const times: { readonly ours: number[]; readonly base: number[] } = { ours: [], base: [] };
  for (let run = -5; run < runs; run += 1) {
    for (const [name, work] of [
      ['ours', ours],
      ['base', base],
    ] as const) {
      const start = performance.now();
      work();
      if (run >= 0) times[name].push(performance.now() - start);
    }
  }
  return { ours: timingOf(times.ours), base: timingOf(times.base) };
}

/** Returns minimum, median and 95th percentile of measured times. */
export function timingOf(times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  return { min: at(sorted, 0), median: at(sorted, 0.5), p95: at(sorted, 0.95) };
}

function at(sorted: readonly number[], fraction: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * fraction))] ?? 0;
}

/**
 * Returns one row of the report: `name  1.23 ms ÷ 0.98 ms (base) = 1.26, median 1.31`. The first ratio is that of the fastest
 * runs, which a busy machine disturbs least.
 */
export function ratioRow(name: string, ours: Timing, base: Timing, baseName: string): string {
  const ratio = (part: 'min' | 'median'): string => (ours[part] / base[part]).toFixed(2);
  const times = `${ours.min.toFixed(3).padStart(9)} ms ÷ ${base.min.toFixed(3)} ms (${baseName})`;
  return `${name.padEnd(34)} ${times} = ${ratio('min')}, median ${ratio('median')}`;
}
