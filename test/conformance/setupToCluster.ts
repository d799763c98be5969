import { preparedRequests, preparedSecrets } from './preparedObjects';
import type { RecordedEvent, RecordedSetup, Recording } from './recording';

/** A file as the program under test would find it. */
export interface SetupFile {
  readonly path: string;
  readonly text: string;
}

/** Returns the cluster of a recording as files, written the way people write them. */
export function setupToCluster(recording: Recording): readonly SetupFile[] {
  const { setup, events } = recording;
  const files: SetupFile[] = [
    ...(setup.kubeletFlags ? [{ path: 'kubelet.service', text: unitOf('kubelet', setup.kubeletFlags) }] : []),
    { path: 'kube-apiserver.service', text: unitOf('kube-apiserver', setup.apiserverFlags ?? []) },
    {
      path: 'kube-controller-manager.service',
      text: unitOf('kube-controller-manager', (setup.controllerManagerFlags ?? []).filter(isFlag)),
    },
    { path: 'rbac.yaml', text: [...roles(events), ...bindings(setup)].map(yaml).join('---\n') },
  ];
  if (setup.kubeletConfiguration) files.push({ path: 'config.yaml', text: yaml(setup.kubeletConfiguration) });
  if (setup.bootstrapKubeconfig)
    files.push({ path: 'bootstrap.kubeconfig', text: yaml(bootstrapKubeconfig(setup.bootstrapKubeconfig)) });
  files.push({ path: 'token.csv', text: tokenFile(setup) });
  if (setup.bootstrapTokenSecret) files.push({ path: 'secret.yaml', text: yaml(secret(setup.bootstrapTokenSecret)) });
  for (const [index, one] of preparedSecrets(recording).entries())
    files.push({ path: `secret-${String(index)}.yaml`, text: yaml(secret(one)) });
  const requests = preparedRequests(recording);
  if (requests.length > 0) files.push({ path: 'csr.yaml', text: requests.map(yaml).join('---\n') });
  return files;
}

/** It was always there; a recording without a line of it that matters kept none. */
function tokenFile({ tokenAuthFile }: RecordedSetup): string {
  return Array.isArray(tokenAuthFile) ? `${tokenAuthFile.join('\n')}\n` : '';
}

/** The recorder's own remarks stand in parentheses. */
function isFlag(word: string): boolean {
  return !word.startsWith('(');
}

/** Returns a systemd unit that starts a program with these flags. */
export function unitOf(program: string, flags: readonly string[]): string {
  const words = flags.map((flag) => `  ${/[\s"'$%\\]/.test(flag) ? JSON.stringify(flag) : flag}`);
  return `[Service]\n${[`ExecStart=/usr/local/bin/${program}`, ...words].join(' \\\n')}\n`;
}

/** JSON is YAML: the recorder kept objects, not the files they came from. */
function yaml(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function bindings(setup: RecordedSetup): readonly unknown[] {
  return (setup.rbac ?? []).map(({ clusterRoleBinding, clusterRole, user, group }) => ({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name: clusterRoleBinding },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: clusterRole },
    subjects: [
      { apiGroup: 'rbac.authorization.k8s.io', kind: user === undefined ? 'Group' : 'User', name: user ?? group },
    ],
  }));
}

const CREATE_ROLE = /^kubectl create clusterrole (\S+) --verb=(\S+) --resource=([^.\s]+)\.([^/\s]+)(\/\S+)?$/;

/** Roles made by hand are in the recording only as the command that made them. */
function roles(events: readonly RecordedEvent[]): readonly unknown[] {
  return events.flatMap(({ details }) => {
    const command = typeof details?.command === 'string' ? details.command : '';
    const [, name, verb, resource, group, subresource] = CREATE_ROLE.exec(command) ?? [];
    if (name === undefined) return [];
    const rule = { apiGroups: [group], resources: [`${resource ?? ''}${subresource ?? ''}`], verbs: [verb] };
    return [{ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name }, rules: [rule] }];
  });
}

function bootstrapKubeconfig({ token, server, ca }: NonNullable<RecordedSetup['bootstrapKubeconfig']>): unknown {
  return {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'kubernetes', cluster: { server, 'certificate-authority': ca } }],
    users: [{ name: 'bootstrap', user: { token } }],
    contexts: [{ name: 'bootstrap', context: { cluster: 'kubernetes', user: 'bootstrap' } }],
    'current-context': 'bootstrap',
  };
}

function secret({ namespace, name, type, stringData }: NonNullable<RecordedSetup['bootstrapTokenSecret']>): unknown {
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace }, type, stringData };
}
