import type { WrittenVersion } from './writtenVersions';

/** The program that reads an object or a file. */
export type Reader = 'kubelet' | 'kubeadm' | 'kube-apiserver';

const RBAC = ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'];
const KUBEADM = [
  'MasterConfiguration',
  'NodeConfiguration',
  'InitConfiguration',
  'ClusterConfiguration',
  'JoinConfiguration',
  'ClusterStatus',
  'ResetConfiguration',
  'UpgradeConfiguration',
];

interface Group {
  readonly reader: Reader;
  readonly kinds: readonly string[];
}

/** The groups whose versions are all known (api-versions.json); `componentconfig` was never read from a file. */
const GROUPS: ReadonlyMap<string, Group> = new Map([
  ['rbac.authorization.k8s.io', { reader: 'kube-apiserver', kinds: RBAC }],
  ['certificates.k8s.io', { reader: 'kube-apiserver', kinds: ['CertificateSigningRequest'] }],
  ['kubelet.config.k8s.io', { reader: 'kubelet', kinds: ['KubeletConfiguration'] }],
  ['kubeletconfig', { reader: 'kubelet', kinds: ['KubeletConfiguration'] }],
  ['kubeadm.k8s.io', { reader: 'kubeadm', kinds: KUBEADM }],
]);

/** Returns who reads it, or undefined when nothing is said about such kinds here or the version is no version. */
export function readerOf({ apiVersion, kind }: WrittenVersion): Reader | undefined {
  const match = /^([a-z0-9.]+)\/v\d+(?:(?:alpha|beta)\d+)?$/.exec(apiVersion);
  const group = match && GROUPS.get(match[1] ?? '');
  return group?.kinds.includes(kind) === true ? group.reader : undefined;
}
