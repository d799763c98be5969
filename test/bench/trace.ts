/** One event of a trace as Chromium writes it; durations are microseconds, `tdur` of the thread's own work. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** A task shorter than this, in milliseconds, is no work of the page. */
const SHORTEST = 0.5;

/**
 * Returns how long the page's main thread worked on each task, in milliseconds, from a trace of the browser. Time in which
 * another program had the processor does not count.
 */
export function busyTimes(trace: Buffer): readonly number[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { readonly traceEvents: readonly TraceEvent[] };
  const isMain = traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const mains = new Set(isMain.map(({ pid, tid }) => `${String(pid)} ${String(tid)}`));
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name.endsWith('RunTask') && mains.has(`${String(pid)} ${String(tid)}`),
  );
  return tasks.map(({ dur = 0, tdur = dur }) => tdur / 1000).filter((time) => time >= SHORTEST);
}
