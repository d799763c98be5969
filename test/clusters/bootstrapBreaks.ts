import { isAtLeast } from '../../src/core/kubernetes/release';
import { when, type Break } from './break';
import { withFlags, type BindingPlan, type ClusterPlan } from './clusterPlan';
import { kubeconfigOf, roleOf } from './drawPlan';

const tokenFlags = { 'enable-bootstrap-token-auth': undefined, 'experimental-bootstrap-token-auth': undefined };

/** What keeps a node from its first certificate: group B. */
export const bootstrapBreaks: readonly Break[] = [
  {
    name: 'a bootstrap kubeconfig without a token',
    rule: 'bootstrap-kubeconfig-incomplete',
    make: (plan) => ({ ...plan, bootstrapKubeconfig: kubeconfigOf({}) }),
  },
  {
    name: 'a current-context that names nothing',
    rule: 'bootstrap-kubeconfig-incomplete',
    make: (plan) => ({ ...plan, bootstrapKubeconfig: { ...plan.bootstrapKubeconfig, 'current-context': 'other' } }),
  },
  {
    name: 'no current-context',
    rule: 'bootstrap-kubeconfig-incomplete',
    make: (plan) => ({ ...plan, bootstrapKubeconfig: { ...plan.bootstrapKubeconfig, 'current-context': '' } }),
  },
  {
    name: 'a cluster without a server',
    rule: 'bootstrap-kubeconfig-incomplete',
    make: (plan) => ({
      ...plan,
      bootstrapKubeconfig: {
        ...plan.bootstrapKubeconfig,
        clusters: [{ name: 'kubernetes', cluster: { 'certificate-authority': '/etc/kubernetes/pki/ca.crt' } }],
      },
    }),
  },
  {
    name: 'bootstrap tokens not switched on',
    rule: 'bootstrap-auth-disabled',
    make: (plan) => when(plan.tokenSecret !== undefined, () => withFlags(plan, 'kube-apiserver', tokenFlags)),
  },
  {
    name: 'a token that no row has',
    rule: 'bootstrap-auth-disabled',
    make: (plan) =>
      when(plan.tokenRows.length > 0, () => ({
        ...plan,
        bootstrapKubeconfig: kubeconfigOf({ token: '00000000000000000000000000000000' }),
      })),
  },
  {
    name: 'a row of two columns',
    rule: 'token-file-malformed',
    make: (plan) =>
      when(plan.tokenRows.length > 0, () => ({
        ...plan,
        tokenRows: plan.tokenRows.map((row) => row.split(',').slice(0, 2).join(',')),
      })),
  },
  {
    name: 'a Secret of another type',
    rule: 'bootstrap-token-invalid',
    make: (plan) => withSecret(plan, { type: 'Opaque' }),
  },
  {
    name: 'a Secret in another namespace',
    rule: 'bootstrap-token-invalid',
    make: (plan) => withSecret(plan, { metadata: { name: 'bootstrap-token-07401b', namespace: 'default' } }),
  },
  {
    name: 'a misspelt group of bootstrap tokens',
    rule: 'bootstrap-subject-unknown',
    make: (plan) => misspelt(plan, 'kubelet-bootstrap'),
  },
  {
    name: 'nobody may ask',
    rule: 'node-bootstrapper-unbound',
    make: (plan) => without(plan, 'kubelet-bootstrap'),
  },
  {
    name: 'whoever bootstraps may do everything',
    rule: 'bootstrap-cluster-admin',
    readyAllTheSame: 'it is allowed too much, not too little',
    make: (plan) => changed(plan, 'kubelet-bootstrap', { role: 'cluster-admin' }),
  },
  {
    name: 'first requests are approved by nobody',
    rule: 'csr-approval-unbound',
    make: (plan) => without(plan, 'node-client-auto-approve-csr'),
  },
  {
    name: 'no key to sign with',
    rule: 'signing-key-missing',
    make: (plan) =>
      withFlags(plan, 'kube-controller-manager', {
        'cluster-signing-cert-file': undefined,
        'cluster-signing-key-file': undefined,
      }),
  },
  {
    name: 'one of a pair',
    rule: 'signing-key-missing',
    make: (plan) =>
      when(isAtLeast(plan.release, '1.19'), () =>
        withFlags(plan, 'kube-controller-manager', { 'cluster-signing-key-file': undefined }),
      ),
  },
  ...['csrapproving', 'csrsigning'].map((controller): Break => ({
    name: `without ${controller}`,
    rule: 'csr-controller-disabled',
    make: (plan) => withFlags(plan, 'kube-controller-manager', { controllers: `*,-${controller}` }),
  })),
  {
    name: 'a controller manager that may not approve',
    rule: 'controller-manager-cannot-approve',
    make: (plan) => withFlags(plan, 'kube-controller-manager', { 'use-service-account-credentials': undefined }),
  },
  {
    name: 'a role by hand where one is built in',
    rule: 'role-by-hand',
    make: (plan) =>
      when(isAtLeast(plan.release, '1.8'), () => ({
        ...changed(plan, 'node-client-auto-approve-csr', { role: 'approve-node-client-csr' }),
        roles: [...plan.roles, { ...roleOf('nodeclient'), name: 'approve-node-client-csr' }],
      })),
  },
];

function withSecret(plan: ClusterPlan, change: Readonly<Record<string, unknown>>): ClusterPlan | undefined {
  return plan.tokenSecret && { ...plan, tokenSecret: { ...plan.tokenSecret, ...change } };
}

/** Returns the plan without a binding. */
export function without(plan: ClusterPlan, name: string): ClusterPlan {
  return { ...plan, bindings: plan.bindings.filter((binding) => binding.name !== name) };
}

function changed(plan: ClusterPlan, name: string, change: Partial<BindingPlan>): ClusterPlan {
  return {
    ...plan,
    bindings: plan.bindings.map((binding) => (binding.name === name ? { ...binding, ...change } : binding)),
  };
}

function misspelt(plan: ClusterPlan, name: string): ClusterPlan {
  return changed(plan, name, { kind: 'Group', subject: 'system:bootstraper' });
}
