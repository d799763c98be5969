import { resolve } from 'node:path';
import { packageExtension } from '../editor/packaged';
import { Probe } from './probe';

/** Prints what the extension host holds after the player was opened and closed a few times, and after many. */
export async function benchMemory(): Promise<void> {
  const vsix = [resolve(await packageExtension())];
  await Probe.with('test/bench/memoryProbe.ts', async (probe) => {
    const log = await probe.run(vsix);
    const heaps = log.flatMap((line) => {
      const [, count = '', megabytes = ''] = /^heap (\d+) (\S+)/.exec(line) ?? [];
      return count === '' ? [] : [`${Number(megabytes).toFixed(2)} MB after ${count}`];
    });
    console.log(`heap of the extension host, player opened and closed: ${heaps.join(', ')} times`);
    if (heaps.length === 0) console.log(log.join('\n'));
  });
}
