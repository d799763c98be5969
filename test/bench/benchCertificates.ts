import { performance } from 'node:perf_hooks';
import { certificatePem, requestPem } from '../../src/core/certificates/pem';
import { certificateContents, requestContents } from '../../src/core/flow/pemContents';
import { scenarioCluster } from '../../src/core/flow/scenarioCluster';
import { DAY } from '../../src/core/flow/scenarioRun';
import { scenarioById } from '../../src/core/flow/scenarios/index';
import { simulate } from '../../src/core/flow/simulate';
import { createKubernetes } from '../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../src/core/kubernetes/kubernetesData';

const RUNS = 15;

/** Prints what one bootstrap and ten years of rotations take with all certificates and requests made, and without, by turns. */
export async function benchCertificates(): Promise<void> {
  const scenario = scenarioById('today');
  if (scenario === undefined) return;
  const cluster = scenarioCluster(scenario, createKubernetes(kubernetesData));
  const [on, off]: [number[], number[]] = [[], []];
  let made = 0;
  for (let run = -3; run < RUNS; run += 1) {
    const start = performance.now();
    const timeline = simulate(cluster, { id: scenario.id, ...scenario.run, until: 3650 * DAY });
    const simulated = performance.now();
    for (const one of timeline.certificates)
      await certificatePem(certificateContents(timeline, one), globalThis.crypto);
    for (const one of timeline.csrs) await requestPem(requestContents(one), globalThis.crypto);
    made = timeline.certificates.length + timeline.csrs.length;
    if (run < 0) continue;
    on.push(performance.now() - start);
    off.push(simulated - start);
  }
  const [slow, fast] = [medianOf(on), medianOf(off)];
  const ratio = (slow / fast).toFixed(1);
  console.log(
    `ten years, crypto on ÷ off: ${slow.toFixed(2)} ms ÷ ${fast.toFixed(2)} ms = ${ratio} (${String(made)} made)`,
  );
}

function medianOf(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
