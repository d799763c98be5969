import type { Cluster, ComponentInView, InFile, KubeletInView } from '../../../src/core/cluster/cluster';
import type { Setting } from '../../../src/core/cluster/setting';
import type { RoleBindingObject, RoleObject } from '../../../src/core/documents/rbacObject';
import type { Release } from '../../../src/core/kubernetes/release';

const PATH = 'cluster.yaml';

const range = { start: 0, end: 1 };

function located<T>(value: T): { value: T; range: typeof range } {
  return { value, range };
}

function set<T>(written: string, value: T): Setting<T> {
  return { state: 'set', value, written, origin: { path: PATH, range } };
}

function absent<T>(value?: T): Setting<T> {
  return { state: 'absent', value };
}

/** A binding in short: ClusterRole, then `User:name` or `Group:name`. */
export type ShortBinding = readonly [role: string, subject: `${'User' | 'Group'}:${string}`];

export interface HandMade {
  readonly release: Release;
  readonly kubelet?: Readonly<Record<string, string | boolean>>;
  readonly kubeletGates?: Readonly<Record<string, boolean>>;
  readonly controllerManager?: Readonly<Record<string, string>>;
  readonly controllerManagerGates?: Readonly<Record<string, boolean>>;
  readonly bindings?: readonly ShortBinding[];
  readonly roles?: Readonly<Record<string, string>>;
}

/** Returns a cluster whose components are wholly in view, without reading any file. */
export function handMadeCluster(parts: HandMade): Cluster {
  const controllerManager = component(
    'kube-controller-manager',
    {
      'cluster-signing-cert-file': '/ca.crt',
      'cluster-signing-key-file': '/ca.key',
      'use-service-account-credentials': 'true',
      ...parts.controllerManager,
    },
    parts.controllerManagerGates,
  );
  const apiServer = component('kube-apiserver', { 'authorization-mode': 'Node,RBAC' });
  return {
    target: { release: parts.release, source: 'option', evidence: undefined },
    files: [],
    kubelets: [kubelet(parts)],
    controllerManager,
    controllerManagers: [controllerManager],
    apiServer,
    apiServers: [apiServer],
    rbac: {
      documents: [],
      roles: Object.entries(parts.roles ?? {}).map(([name, resource]) => inFile(role(name, resource))),
      bindings: (parts.bindings ?? []).map((short, index) => inFile(binding(short, index))),
    },
  };
}

function inFile<T>(value: T): InFile<T> {
  return { path: PATH, value };
}

function component<Name extends ComponentInView['component']>(
  name: Name,
  flags: Readonly<Record<string, string>>,
  gates: Readonly<Record<string, boolean>> = {},
): ComponentInView & { readonly component: Name } {
  return {
    component: name,
    commandLines: [],
    unknown: [],
    gates: [],
    flags: () => [],
    flag: (flag: string) => (flags[flag] === undefined ? absent() : set(`--${flag}`, flags[flag])),
    gate: (gate: string) => (gates[gate] === undefined ? absent() : set(gate, gates[gate])),
  } as unknown as ComponentInView & { readonly component: Name };
}

function kubelet({ kubelet: flags = {}, kubeletGates }: HandMade): KubeletInView {
  const text = (name: string, otherwise?: string): Setting<string> => {
    const value = flags[name] ?? otherwise;
    return value === undefined ? absent() : set(`--${name}`, String(value));
  };
  const boolean = (name: string): Setting<boolean> =>
    flags[name] === undefined ? absent(false) : set(`--${name}`, flags[name] === true);
  return {
    ...component('kubelet', { 'require-kubeconfig': String(flags['require-kubeconfig'] ?? true) }, kubeletGates),
    configuration: undefined,
    configurations: [],
    effective: () => absent(),
    bootstrapKubeconfig: text('bootstrap-kubeconfig', '/etc/kubernetes/bootstrap.kubeconfig'),
    kubeconfig: text('kubeconfig', '/etc/kubernetes/kubelet.kubeconfig'),
    certificateDirectory: text('cert-dir'),
    rotateCertificates: boolean('rotate-certificates'),
    serverTLSBootstrap: boolean('rotate-server-certificates'),
    tlsCertFile: text('tls-cert-file'),
    nodeName: text('hostname-override', 'node-1'),
  };
}

function base(name: string): Pick<RoleObject, 'apiVersion' | 'name' | 'namespace' | 'range' | 'templated'> {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    name: located(name),
    namespace: undefined,
    range,
    templated: false,
  };
}

function role(name: string, resource: string): RoleObject {
  const rule = {
    apiGroups: ['certificates.k8s.io'],
    resources: [resource],
    resourceNames: [],
    verbs: ['create'],
    nonResourceURLs: [],
    range,
  };
  return { ...base(name), kind: 'ClusterRole', rules: [rule], aggregates: undefined, labels: {} };
}

function binding([roleName, subject]: ShortBinding, index: number): RoleBindingObject {
  const colon = subject.indexOf(':');
  return {
    ...base(`binding-${String(index)}`),
    kind: 'ClusterRoleBinding',
    roleRef: { kind: 'ClusterRole', name: located(roleName), range },
    subjects: [
      {
        kind: located(subject.slice(0, colon)),
        name: located(subject.slice(colon + 1)),
        namespace: undefined,
        apiGroup: undefined,
        range,
      },
    ],
  };
}
