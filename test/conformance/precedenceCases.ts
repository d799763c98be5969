import { simulate } from '../../src/core/flow/simulate';
import { clusterOf } from './play';
import { readRecording } from './recording';
import { unitOf } from './setupToCluster';

/** One recorded start of a kubelet with flags and a configuration file (14b-flag-precedence). */
export interface Precedence {
  readonly case: string;
  readonly configFileFields: Readonly<Record<string, unknown>> | null;
  readonly flags: readonly string[];
  readonly exitCode: number | null;
  readonly clientRotationOn: boolean;
  readonly csrsCreated: readonly { readonly name_style: string; readonly signerName: string }[];
  readonly lines: readonly string[];
}

/** Returns the recorded cases, in their order. */
export function precedenceCases(): readonly Precedence[] {
  return (readRecording('14b-flag-precedence') as { readonly cases: readonly Precedence[] }).cases;
}

const BINDINGS = ['node-bootstrapper', 'certificates.k8s.io:certificatesigningrequests:nodeclient'].map((role) => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRoleBinding',
  metadata: { name: role.replaceAll(':', '-') },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: `system:${role}` },
  subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'system:bootstrappers' }],
}));

/** What counts: how it ends, whether it rotates, and what it asks for. */
export interface PrecedenceEnd {
  readonly exitCode: unknown;
  readonly rotates: boolean;
  readonly requests: readonly string[];
}

/** Returns what was recorded. */
export function recordedPrecedence({ exitCode, clientRotationOn, csrsCreated }: Precedence): PrecedenceEnd {
  const requests = csrsCreated.map(
    ({ name_style: name, signerName }) => `${name.replace(/-[<X].*/, '')} ${signerName}`,
  );
  return { exitCode, rotates: clientRotationOn, requests: requests.sort() };
}

/** Returns what the simulation makes of the same flags and configuration. */
export function simulatedPrecedence(recorded: Precedence): PrecedenceEnd {
  const configuration = {
    apiVersion: 'kubelet.config.k8s.io/v1beta1',
    kind: 'KubeletConfiguration',
    ...recorded.configFileFields,
  };
  const paths = ['--bootstrap-kubeconfig=/etc/kubernetes/bootstrap', '--kubeconfig=/etc/kubernetes/kubelet'];
  const config = recorded.configFileFields === null ? [] : ['--config=/var/lib/kubelet/config.yaml'];
  const cluster = clusterOf([
    { path: 'kubelet.service', text: unitOf('kubelet', [...config, ...paths, ...recorded.flags]) },
    { path: 'rbac.yaml', text: BINDINGS.map((binding) => JSON.stringify(binding)).join('\n---\n') },
    ...(config.length > 0 ? [{ path: 'config.yaml', text: JSON.stringify(configuration) }] : []),
  ]);
  const bootstrapToken = { username: 'kubelet-bootstrap', groups: ['system:bootstrappers'] };
  const { events, csrs } = simulate(cluster, { id: recorded.case, bootstrapToken, until: 20 });
  const requests = csrs.map(
    ({ name, signerName }) => `${name.startsWith('node-csr-') ? 'node-csr' : 'csr'} ${String(signerName)}`,
  );
  return {
    exitCode: events.find(({ kind }) => kind === 'exit')?.details.exitCode ?? null,
    rotates: events.some(({ message }) => message === 'Starting client certificate rotation.'),
    requests: requests.sort(),
  };
}
