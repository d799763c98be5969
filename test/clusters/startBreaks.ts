import type { FlagComponent } from '../../src/core/kubernetes/data';
import { kubernetesData } from '../../src/core/kubernetes/kubernetesData';
import { isAtLeast, type Release } from '../../src/core/kubernetes/release';
import type { Draws } from '../rules/draws';
import { kubernetes } from '../rules/examples';
import { when, type Break } from './break';
import { withComponent, withGate, withKubeletGate, type ClusterPlan } from './clusterPlan';

const COMPONENTS: readonly FlagComponent[] = ['kubelet', 'kube-apiserver', 'kube-controller-manager'];

/** What keeps a component from starting, or is read otherwise than meant: group A. */
export const startBreaks: readonly Break[] = [
  {
    name: 'a flag that no release has',
    rule: 'flag-unknown',
    make: (plan, draws) =>
      withWord(plan, draws.pick(COMPONENTS), `--clustr-${draws.pick(['dsn', 'domane', 'sining'])}=x`),
  },
  {
    name: 'a flag that is gone',
    rule: 'flag-removed',
    make: (plan, draws) => withFlagIn(plan, draws, 'removed'),
  },
  {
    name: 'a flag of a later release',
    rule: 'flag-not-yet',
    make: (plan, draws) => withFlagIn(plan, draws, 'not-yet'),
  },
  {
    name: 'a boolean flag that is neither true nor false',
    rule: 'flag-malformed',
    make: (plan) => withWord(plan, 'kube-apiserver', '--allow-privileged=maybe'),
  },
  {
    name: 'a flag of one value given twice',
    rule: 'flag-repeated',
    make: (plan, draws) => withWord(plan, draws.pick(COMPONENTS), '--v=4'),
  },
  {
    name: 'a gate that no release has',
    rule: 'feature-gate-unknown',
    make: (plan, draws) => withGate(plan, draws.pick(COMPONENTS), 'RotateKubletCertificates', 'true'),
  },
  {
    name: 'a gate that is gone',
    rule: 'feature-gate-removed',
    make: (plan, draws) => withGateIn(plan, draws, 'removed'),
  },
  {
    name: 'a gate of a later release',
    rule: 'feature-gate-not-yet',
    make: (plan, draws) => withGateIn(plan, draws, 'not-yet'),
  },
  {
    name: 'a gate without a value',
    rule: 'feature-gate-malformed',
    make: (plan, draws) => withGate(plan, draws.pick(COMPONENTS), 'AllAlpha', 'perhaps'),
  },
  {
    name: 'a locked gate turned over',
    rule: 'feature-gate-locked',
    make: (plan) =>
      when(['1.19', '1.20'].includes(plan.release), () =>
        withKubeletGate(plan, 'RotateKubeletClientCertificate', false),
      ),
  },
  {
    name: 'a field written otherwise',
    rule: 'config-field-unknown',
    make: (plan) => withFields(plan, { rotateCertificate: true }),
  },
  {
    name: 'a text where a number belongs',
    rule: 'config-field-type',
    make: (plan) => withFields(plan, { maxPods: 'many' }),
  },
  {
    name: 'RBAC of a version that is no longer served',
    rule: 'api-version-removed',
    several: true,
    make: (plan) =>
      when(isAtLeast(plan.release, '1.22') && plan.hosts.rbac !== 'kubectl', () => ({
        ...plan,
        rbacVersion: 'v1beta1',
      })),
  },
  {
    name: 'a document that is no YAML',
    rule: 'yaml-syntax',
    readyAllTheSame: 'kubectl has made the objects before it',
    make: (plan) =>
      when(plan.hosts.rbac === 'documents', () => ({
        ...plan,
        trailer: '---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: x\n',
      })),
  },
  {
    name: 'a document that is no YAML before all others',
    rule: 'yaml-syntax',
    make: (plan) =>
      when(plan.hosts.rbac === 'documents', () => ({
        ...plan,
        leader: 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: x\n---\n',
      })),
  },
];

function withWord(plan: ClusterPlan, component: FlagComponent, word: string): ClusterPlan {
  return withComponent(plan, component, (part) => ({ ...part, words: [...part.words, word] }));
}

/** Values that a flag of a type takes: nothing else may be wrong with it. */
const VALUES: Readonly<Record<string, string>> = { bool: 'true', duration: '10s', int: '7', string: '/etc/x' };

function withFlagIn(plan: ClusterPlan, draws: Draws, state: 'removed' | 'not-yet'): ClusterPlan | undefined {
  const component = draws.pick(COMPONENTS);
  const names = Object.keys(kubernetesData.flags[component]).filter((name) => {
    const life = kubernetes.flag(component, name, plan.release);
    return life.state === state && VALUES[life.type ?? ''] !== undefined && !SPEAKS.has(name);
  });
  if (names.length === 0) return undefined;
  const name = draws.pick(names);
  const { type } = kubernetes.flag(component, name, plan.release);
  return withWord(plan, component, `--${name}=${VALUES[type ?? ''] ?? ''}`);
}

/** Flags that other rules speak of under these names. */
const SPEAKS = new Set(['insecure-experimental-approve-all-kubelet-csrs-for-group']);

function withGateIn(plan: ClusterPlan, draws: Draws, state: 'removed' | 'not-yet'): ClusterPlan | undefined {
  const component = draws.pick(COMPONENTS);
  const names = Object.keys(kubernetesData.gates).filter(
    (name) => stateOf(name, plan.release) === state && !name.startsWith('RotateKubelet'),
  );
  return names.length === 0 ? undefined : withGate(plan, component, draws.pick(names), 'true');
}

function stateOf(gate: string, release: Release): string {
  return kubernetes.gate(gate, release).state;
}

function withFields(plan: ClusterPlan, fields: Readonly<Record<string, unknown>>): ClusterPlan | undefined {
  const { configuration } = plan;
  return configuration && { ...plan, configuration: { ...configuration, ...fields } };
}
