import { performance } from 'node:perf_hooks';
import { createKubernetes } from '../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../src/core/kubernetes/kubernetesData';
import { playOf } from '../../src/core/flow/playOf';
import { scenarioCluster } from '../../src/core/flow/scenarioCluster';
import { DAY } from '../../src/core/flow/scenarioRun';
import { scenarioById, scenarios } from '../../src/core/flow/scenarios/index';
import { simulate } from '../../src/core/flow/simulate';
import { heapOf, heapUsed } from './heap';
import { measure } from './measure';

const kubernetes = createKubernetes(kubernetesData);

/** What ten years of renewals aim at. */
const AIM = { milliseconds: 20, mebibytes: 10 };

/** Prints what one bootstrap and ten years of renewals cost in time and memory, and what a node costs among a thousand. */
export function benchNodes(): void {
  const scenario = scenarioById('today');
  if (scenario === undefined) return;
  const cluster = scenarioCluster(scenario, kubernetes);
  const node = (index: number): ReturnType<typeof simulate> =>
    simulate(cluster, {
      id: 'today',
      ...scenario.run,
      until: 3650 * DAY,
      nodeName: `node-${String(index)}`,
      jitterSeed: index,
    });
  const { median } = measure(() => node(0));
  const { kept, peak } = heapOf(() => node(0));
  const share = (value: number, aim: number): string => `${(value / aim).toFixed(3)} of the aim`;
  console.log(`one node, ten years: ${median.toFixed(2)} ms = ${share(median, AIM.milliseconds)}`);
  console.log(
    `  heap kept ${kept.toFixed(2)} MB = ${share(kept, AIM.mebibytes)}, at its peak ${peak.toFixed(2)} MB = ${share(peak, AIM.mebibytes)}`,
  );
  benchThousand(node);
}

/** Prints what each of 1 to 1000 nodes costs: flat when the ratios to a single one are about 1. */
function benchThousand(node: (index: number) => unknown): void {
  let alone = 0;
  for (const count of [1, 10, 100, 1000]) {
    let each = 0;
    const all = (): readonly unknown[] => {
      const start = performance.now();
      const nodes = Array.from({ length: count }, (_, index) => node(index));
      each = (performance.now() - start) / count;
      return nodes;
    };
    const before = heapUsed();
    const nodes = all();
    const perNode = (heapUsed() - before) / nodes.length;
    if (count === 1) alone = each;
    const ratio = (each / alone).toFixed(2);
    console.log(
      `${String(count).padStart(5)} nodes  ${each.toFixed(2)} ms each, ÷ one alone = ${ratio}  heap kept ${perNode.toFixed(3)} MB each`,
    );
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
    const heap = heapOf(() => run(10)).kept.toFixed(2);
    const [inYear, inDecade, asPlay] = [year, decade, play].map(({ median }) => `${median.toFixed(2).padStart(8)} ms`);
    console.log(
      `${scenario.id.padEnd(28)} year ${String(inYear)}  decade ${String(inDecade)} (${String(events)} events, ${heap} MB kept)  year as a play ${String(asPlay)}`,
    );
  }
}
