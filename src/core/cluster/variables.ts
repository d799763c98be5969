/**
 * Variables of one flag each that the units in kubernetes-retired/contrib `init/systemd` take in, which recipes copied
 * for years. When the file that defines one is not in view, only that flag is unknown, not the whole command line.
 */
const singleFlagVariables: Readonly<Record<string, string>> = {
  KUBE_LOGTOSTDERR: 'logtostderr',
  KUBE_LOG_LEVEL: 'v',
  KUBE_ALLOW_PRIV: 'allow-privileged',
  KUBE_MASTER: 'master',
  KUBELET_API_SERVER: 'api-servers',
  KUBELET_ADDRESS: 'address',
  KUBELET_PORT: 'port',
  KUBELET_HOSTNAME: 'hostname-override',
  KUBELET_POD_INFRA_CONTAINER: 'pod-infra-container-image',
  KUBE_API_ADDRESS: 'insecure-bind-address',
  KUBE_API_PORT: 'insecure-port',
  KUBE_ETCD_SERVERS: 'etcd-servers',
  KUBE_SERVICE_ADDRESSES: 'service-cluster-ip-range',
  KUBE_ADMISSION_CONTROL: 'admission-control',
};

/** Variables that kubeadm and its drop-in fill from several places: one of them is never the whole command line. */
const kubeadmVariables: ReadonlySet<string> = new Set([
  'KUBELET_AUTHZ_ARGS',
  'KUBELET_CADVISOR_ARGS',
  'KUBELET_CERTIFICATE_ARGS',
  'KUBELET_CGROUP_ARGS',
  'KUBELET_CONFIG_ARGS',
  'KUBELET_DNS_ARGS',
  'KUBELET_DYNAMIC_ARGS',
  'KUBELET_EXTRA_ARGS',
  'KUBELET_KUBEADM_ARGS',
  'KUBELET_KUBECONFIG_ARGS',
  'KUBELET_NETWORK_ARGS',
  'KUBELET_SYSTEM_PODS_ARGS',
]);

const MAIN_VARIABLE = /^(?:KUBELET|KUBE_CONTROLLER_MANAGER|KUBE_API|KUBE_APISERVER)_(?:ARGS|OPTS|OPTIONS|FLAGS)$/;

/** Returns the one flag a well-known variable carries, or undefined for any other variable. */
export function singleFlagOf(variable: string): string | undefined {
  return Object.hasOwn(singleFlagVariables, variable) ? singleFlagVariables[variable] : undefined;
}

/** Returns whether kubeadm fills this variable, together with others in other files. */
export function isKubeadmVariable(variable: string): boolean {
  return kubeadmVariables.has(variable);
}

/** Returns whether this is the variable in which units take all flags of a component: `KUBELET_ARGS`, `KUBELET_OPTS`. */
export function isMainVariable(variable: string): boolean {
  return MAIN_VARIABLE.test(variable);
}
