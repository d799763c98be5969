import type { Play } from '../../../src/core/flow/play';
import { playOf } from '../../../src/core/flow/playOf';
import type { FurtherKubelet, ScenarioRun } from '../../../src/core/flow/scenarioRun';
import { simulate } from '../../../src/core/flow/simulate';
import { handMadeCluster, type ShortBinding } from './handMadeCluster';

const PREFIX = 'system:certificates.k8s.io:certificatesigningrequests:';
const BINDINGS: readonly ShortBinding[] = [
  ['system:node-bootstrapper', 'Group:system:bootstrappers'],
  [`${PREFIX}nodeclient`, 'Group:system:bootstrappers'],
  [`${PREFIX}selfnodeclient`, 'Group:system:nodes'],
];

/** Returns a play of so many machines, each with a node of its own, started ten seconds after one another. */
export function playOfMachines(count: number, run: Partial<ScenarioRun> = {}): Play {
  const cluster = handMadeCluster({ release: '1.20', kubelet: { 'rotate-certificates': true }, bindings: BINDINGS });
  const furtherKubelets = Array.from({ length: count - 1 }, (_, index): FurtherKubelet => {
    const number = String(index + 2);
    return {
      machine: `m${number}`,
      nodeName: `node-${number}`,
      startsAfter: 10 * (index + 1),
      nodeAddress: '10.0.0.9',
    };
  });
  const bootstrapToken = { username: 'system:bootstrap:07401b', groups: ['system:bootstrappers'] };
  const timeline = simulate(cluster, {
    id: 'x',
    until: 300,
    bootstrapToken,
    nodeName: 'node-1',
    furtherKubelets,
    ...run,
  });
  return playOf(timeline, { id: 'title', params: {} });
}
