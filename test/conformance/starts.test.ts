import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { startFailure } from '../../src/core/flow/start/startFailure';
import { clusterOf } from './play';
import { readRecording } from './recording';
import { unitOf } from './setupToCluster';

interface Start {
  readonly component: 'kubelet' | 'kube-controller-manager' | 'kube-apiserver';
  readonly args: readonly string[];
  readonly exitCode: number | string;
  readonly lines: readonly { readonly level?: string; readonly message: string }[];
  readonly note?: string;
}

const { runs } = readRecording('14-flags') as { readonly runs: readonly Start[] };

/** Ends that do not come from flags or gates: files, networks, values that only one component checks. */
const NOT_SIMULATED = [
  /^failed to run Kubelet: /,
  /^unknown shorthand flag: /,
  /^mkdir \/proc\/nope: /,
  /^unknown tls version /,
  /^failed to load Kubelet config file /,
  /is not in the list of known controllers$/,
  /^\["cluster-signing-/,
  /^Error: open \/nonexistent/,
  /^Error: invalid port value /,
  /^Error: \[service-account-issuer is a required flag/,
  /^Error: token file /,
];

function lastWords({ exitCode, lines }: Start): string | undefined {
  if (typeof exitCode !== 'number') return undefined;
  const words = lines.find(({ level, message }) => level === 'fatal' || message.startsWith('Error: '))?.message;
  return words === undefined || NOT_SIMULATED.some((pattern) => pattern.test(words)) ? undefined : words;
}

describe('components that did not start, as recorded', () => {
  runs.forEach((start, index) => {
    const flags = start.args.filter((flag) => !flag.startsWith('--service-account-'));
    const isKept = typeof start.exitCode === 'string' || start.lines.length > 0;
    if (!isKept || flags.includes('-z') || start.note?.includes('gate') === true) return;
    it(`${String(index)} ${start.component} ${flags.join(' ')}`, () => {
      const cluster = clusterOf([{ path: `${start.component}.service`, text: unitOf(start.component, start.args) }]);
      const component = [...cluster.kubelets, ...cluster.controllerManagers, ...cluster.apiServers][0];
      const failure = component === undefined ? undefined : startFailure(component, '1.20');
      assert.equal(failure?.message, lastWords(start));
    });
  });
});
