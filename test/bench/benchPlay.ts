import { performance } from 'node:perf_hooks';
import { createKubernetes } from '../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../src/core/kubernetes/kubernetesData';
import { playOf } from '../../src/core/flow/playOf';
import { scenarioCluster } from '../../src/core/flow/scenarioCluster';
import { DAY } from '../../src/core/flow/scenarioRun';
import { scenarioById, scenarios } from '../../src/core/flow/scenarios/index';
import { simulate } from '../../src/core/flow/simulate';
import { measure } from './measure';

const kubernetes = createKubernetes(kubernetesData);

/** Prints what one bootstrap and ten years of renewals cost, and what a node costs among a thousand. */
export function benchNodes(): void {
  const scenario = scenarioById('today');
  if (scenario === undefined) return;
  const cluster = scenarioCluster(scenario, kubernetes);
  const node = (index: number): void => {
    simulate(cluster, {
      id: 'today',
      ...scenario.run,
      until: 3650 * DAY,
      nodeName: `node-${String(index)}`,
      jitterSeed: index,
    });
  };
  console.log(
    `one node, ten years: ${measure(() => {
      node(0);
    }).median.toFixed(2)} ms`,
  );
  for (const count of [1, 10, 100, 1000]) {
    const start = performance.now();
    const before = process.memoryUsage().heapUsed;
    for (let index = 0; index < count; index += 1) node(index);
    const each = (performance.now() - start) / count;
    const heap = (process.memoryUsage().heapUsed - before) / 2 ** 20;
    console.log(`${String(count).padStart(5)} nodes  ${each.toFixed(2)} ms each  heap ${heap.toFixed(1)} MB more`);
  }
}

/** Prints how long one year and ten years of each built-in scenario take to simulate, and the play of them. */
export function benchPlay(): void {
  for (const scenario of scenarios) {
    const cluster = scenarioCluster(scenario, kubernetes);
    const run = (years: number): ReturnType<typeof simulate> =>
      simulate(cluster, { id: scenario.id, ...scenario.run, until: years * 365 * DAY });
    const year = measure(() => run(1));
    const decade = measure(() => run(10));
    const play = measure(() => playOf(run(1), scenario.title));
    const events = run(10).events.length;
    const [inYear, inDecade, asPlay] = [year, decade, play].map(({ median }) => `${median.toFixed(2).padStart(8)} ms`);
    console.log(
      `${scenario.id.padEnd(28)} year ${String(inYear)}  decade ${String(inDecade)} (${String(events)} events)  year as a play ${String(asPlay)}`,
    );
  }
}
