import type { FlagComponent } from '../../src/core/kubernetes/data';
import type { Release } from '../../src/core/kubernetes/release';

/** What one component is told on its command line. */
export interface ComponentPlan {
  /** Without dashes, in order; the gates have a place of their own. */
  readonly flags: Readonly<Record<string, string>>;
  readonly gates: Readonly<Record<string, string>>;
  /** Words that no valid command line holds. */
  readonly words: readonly string[];
}

export interface BindingPlan {
  readonly name: string;
  readonly role: string;
  readonly kind: 'User' | 'Group' | 'ServiceAccount';
  readonly subject: string;
}

/** A ClusterRole that allows to create these resources of the certificates API. */
export interface RolePlan {
  readonly name: string;
  readonly resources: readonly string[];
}

/** In which files a cluster is written. */
export interface Hosts {
  /** kubeadm has files of its own: the other hosts count for nothing then. */
  readonly madeBy: 'hand' | 'kubeadm';
  readonly kubelet: 'unit' | 'environment' | 'drop-in' | 'script';
  readonly controlPlane: 'unit' | 'environment' | 'static-pod' | 'script';
  readonly configuration: 'yaml' | 'json';
  readonly rbac: 'documents' | 'list' | 'kubectl';
}

/** A cluster as somebody means it, before it is written down. */
export interface ClusterPlan {
  readonly release: Release;
  readonly components: Readonly<Record<FlagComponent, ComponentPlan>>;
  /** Fields of the KubeletConfiguration; undefined when there is no such file. */
  readonly configuration: Readonly<Record<string, unknown>> | undefined;
  readonly bootstrapKubeconfig: Readonly<Record<string, unknown>>;
  /** Undefined while the kubelet has none yet. */
  readonly kubeconfig: Readonly<Record<string, unknown>> | undefined;
  readonly tokenRows: readonly string[];
  readonly tokenSecret: Readonly<Record<string, unknown>> | undefined;
  readonly roles: readonly RolePlan[];
  readonly bindings: readonly BindingPlan[];
  /** Version of the RBAC objects. */
  readonly rbacVersion: string;
  /** Whole documents about RBAC, as they are. */
  readonly documents: readonly Readonly<Record<string, unknown>>[];
  /** What stands behind the RBAC objects. */
  readonly trailer: string;
  /** Stands before the first object. */
  readonly leader: string;
  readonly hosts: Hosts;
}

/** Returns the plan with one component changed. */
export function withComponent(
  plan: ClusterPlan,
  component: FlagComponent,
  change: (part: ComponentPlan) => ComponentPlan,
): ClusterPlan {
  return { ...plan, components: { ...plan.components, [component]: change(plan.components[component]) } };
}

/** Returns the plan with flags of one component set, or taken away where the value is undefined. */
export function withFlags(
  plan: ClusterPlan,
  component: FlagComponent,
  flags: Readonly<Record<string, string | undefined>>,
): ClusterPlan {
  return withComponent(plan, component, (part) => ({
    ...part,
    flags: Object.fromEntries(
      Object.entries({ ...part.flags, ...flags }).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
  }));
}

/** Returns the plan with a feature gate of one component set, or taken away. */
export function withGate(
  plan: ClusterPlan,
  component: FlagComponent,
  gate: string,
  value: string | undefined,
): ClusterPlan {
  return withComponent(plan, component, ({ gates: { [gate]: _, ...others }, ...part }) => ({
    ...part,
    gates: value === undefined ? others : { ...others, [gate]: value },
  }));
}

/** Returns the plan with fields set where the kubelet has a configuration file, else with flags; undefined takes away. */
export function withEither(
  plan: ClusterPlan,
  fields: Readonly<Record<string, unknown>>,
  flags: Readonly<Record<string, string | undefined>>,
): ClusterPlan {
  const { configuration } = plan;
  if (!configuration) return withFlags(plan, 'kubelet', flags);
  const entries = Object.entries({ ...configuration, ...fields }).filter(([, value]) => value !== undefined);
  return { ...plan, configuration: Object.fromEntries(entries) };
}

/** Returns the plan with a gate of the kubelet where its gates belong. */
export function withKubeletGate(plan: ClusterPlan, gate: string, value: boolean): ClusterPlan {
  if (!plan.configuration) return withGate(plan, 'kubelet', gate, String(value));
  return withEither(plan, { featureGates: { [gate]: value } }, {});
}
