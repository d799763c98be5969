import { bindingsFile, usualBindings, type Scenario, type ShortBinding } from './scenario';
import { apiServerUnit, controllerManagerUnit, kubeletUnit } from './scenarioUnits';

/** What differs from the usual cluster of a recent release. */
export interface ClusterFiles {
  readonly kubelet?: readonly string[];
  /** Fields of the KubeletConfiguration, one line each; without any there is no such file. */
  readonly configuration?: readonly string[];
  readonly apiServer?: readonly string[];
  readonly controllerManager?: readonly string[];
  /** The whole unit, where flags must be missing. */
  readonly controllerManagerUnit?: string;
  readonly bindings?: readonly ShortBinding[];
}

const PATHS = [
  '--bootstrap-kubeconfig=/etc/kubernetes/bootstrap-kubelet.conf',
  '--kubeconfig=/etc/kubernetes/kubelet.conf',
];

/** Returns a small cluster as files: a kubelet that bootstraps, and a control plane that lets it. */
export function clusterFiles(parts: ClusterFiles): Scenario['files'] {
  const configured = parts.configuration ?? [];
  const config = configured.length > 0 ? ['--config=/var/lib/kubelet/config.yaml'] : [];
  const bindings = parts.bindings ?? [usualBindings.ask, usualBindings.first, usualBindings.renew];
  return [
    { path: 'kubelet.service', text: kubeletUnit(...PATHS, ...config, ...(parts.kubelet ?? [])) },
    ...(config.length > 0 ? [{ path: 'config.yaml', text: configuration(configured) }] : []),
    {
      path: 'kube-apiserver.service',
      text: apiServerUnit(...(parts.apiServer ?? ['--enable-bootstrap-token-auth=true'])),
    },
    {
      path: 'kube-controller-manager.service',
      text: parts.controllerManagerUnit ?? controllerManagerUnit(...(parts.controllerManager ?? [])),
    },
    { path: 'bootstrap-rbac.yaml', text: bindingsFile('v1', bindings) },
  ];
}

function configuration(fields: readonly string[]): string {
  return ['apiVersion: kubelet.config.k8s.io/v1beta1', 'kind: KubeletConfiguration', ...fields, ''].join('\n');
}

/** Returns a bootstrap kubeconfig with this token. */
export function bootstrapKubeconfig(path: string, token: string): Scenario['files'][number] {
  const text = [
    'apiVersion: v1',
    'kind: Config',
    'clusters:',
    '- name: bootstrap',
    '  cluster:',
    '    certificate-authority: /etc/kubernetes/pki/ca.crt',
    '    server: https://kube-apiserver:6443',
    'users:',
    '- name: kubelet-bootstrap',
    '  user:',
    `    token: ${token}`,
    'contexts:',
    '- name: bootstrap',
    '  context:',
    '    cluster: bootstrap',
    '    user: kubelet-bootstrap',
    'current-context: bootstrap',
    '',
  ].join('\n');
  return { path, text };
}

/** Whom the bootstrap token of these clusters stands for. */
export const BOOTSTRAP_TOKEN = { username: 'system:bootstrap:07401b', groups: ['system:bootstrappers'] };
