import { isAtLeast } from '../../src/core/kubernetes/release';
import { when, type Break } from './break';
import { withEither, withFlags, withGate, withKubeletGate, type ClusterPlan } from './clusterPlan';
import { without } from './bootstrapBreaks';
import { kubeconfigOf, roleOf } from './drawPlan';

const CLIENT_GATE = 'RotateKubeletClientCertificate';
const SERVER_GATE = 'RotateKubeletServerCertificate';

/** What hurts after the first certificate, and on port 10250: groups C, D and E. */
export const laterBreaks: readonly Break[] = [
  {
    name: 'rotation left out',
    rule: 'rotate-certificates-missing',
    make: (plan) =>
      when(isAtLeast(plan.release, '1.8'), () => withSetting(plan, 'rotateCertificates', 'rotate-certificates')),
  },
  {
    name: 'rotation switched off',
    rule: 'rotate-certificates-off',
    make: (plan) =>
      when(isAtLeast(plan.release, '1.8'), () => withSetting(plan, 'rotateCertificates', 'rotate-certificates', false)),
  },
  {
    name: 'the gate of 1.7 left out',
    rule: 'client-rotation-gate-missing',
    make: (plan) => when(plan.release === '1.7', () => withGate(plan, 'kubelet', CLIENT_GATE, undefined)),
  },
  {
    name: 'renewals are approved by nobody',
    rule: 'renewal-approval-unbound',
    make: (plan) => without(plan, 'node-client-auto-renew-crt'),
  },
  { name: 'a duration that is none', rule: 'signing-duration-invalid', make: (plan) => withDuration(plan, '0s') },
  {
    name: 'a duration too short to renew in',
    rule: 'signing-duration-short',
    make: (plan) => withDuration(plan, '2m'),
  },
  { name: 'a hundred years', rule: 'signing-duration-long', make: (plan) => withDuration(plan, '876000h') },
  {
    name: 'a kubeconfig with the certificate in it',
    rule: 'client-certificate-embedded',
    // The private key beside it.
    companions: ['secret-in-clear'],
    make: (plan) =>
      when(isAtLeast(plan.release, '1.11'), () => ({
        ...plan,
        kubeconfig: kubeconfigOf({
          'client-certificate-data': 'LS0tLS1CRUdJTg==',
          'client-key-data': 'LS0tLS1CRUdJTg==',
        }),
      })),
  },
  {
    name: 'the gate on one side only',
    rule: 'server-rotation-gate-missing',
    make: (plan) =>
      when(plan.components.kubelet.gates[SERVER_GATE] !== undefined, () =>
        withGate(plan, 'kube-controller-manager', SERVER_GATE, undefined),
      ),
  },
  {
    name: 'the gate alone',
    rule: 'server-gate-alone',
    // The gate is on by default.
    companions: ['feature-gate-redundant'],
    make: (plan) =>
      when(isAtLeast(plan.release, '1.12') && !asksForServing(plan), () => withKubeletGate(plan, SERVER_GATE, true)),
  },
  {
    name: 'nobody approves serving certificates',
    rule: 'serving-approval-none',
    make: (plan) => when(asksForServing(plan), () => ({ ...plan, documents: [] })),
  },
  {
    name: 'a role that approves nothing any more',
    rule: 'selfnodeserver-dead',
    several: true,
    make: (plan) =>
      when(isAtLeast(plan.release, '1.12'), () => ({
        ...plan,
        roles: [...plan.roles, roleOf('selfnodeserver')],
        bindings: [
          ...plan.bindings,
          { name: 'serving', role: roleOf('selfnodeserver').name, kind: 'Group', subject: 'system:nodes' },
        ],
      })),
  },
  {
    name: 'a fixed serving certificate besides',
    rule: 'serving-certificate-fixed',
    make: (plan) =>
      when(asksForServing(plan), () =>
        withEither(
          plan,
          { tlsCertFile: '/etc/kubernetes/pki/node.crt', tlsPrivateKeyFile: '/etc/kubernetes/pki/node.key' },
          { 'tls-cert-file': '/etc/kubernetes/pki/node.crt', 'tls-private-key-file': '/etc/kubernetes/pki/node.key' },
        ),
      ),
  },
  {
    name: 'serving certificates with their gate off',
    rule: 'server-gate-contradiction',
    make: (plan) => when(asksForServing(plan), () => withKubeletGate(plan, SERVER_GATE, false)),
  },
  {
    name: 'requests of nobody in particular',
    rule: 'kubelet-anonymous-auth',
    make: (plan) =>
      withEither(
        plan,
        { authentication: { ...authenticationIn(plan), anonymous: { enabled: true } } },
        { 'anonymous-auth': 'true' },
      ),
  },
  {
    name: 'a kubelet that allows everything',
    rule: 'kubelet-authorization-always-allow',
    make: (plan) =>
      withEither(plan, { authorization: { mode: 'AlwaysAllow' } }, { 'authorization-mode': 'AlwaysAllow' }),
  },
  {
    name: 'the read-only port',
    rule: 'kubelet-read-only-port',
    make: (plan) => withEither(plan, { readOnlyPort: 10255 }, { 'read-only-port': '10255' }),
  },
  {
    name: 'an API server that allows everything',
    rule: 'apiserver-authorization-mode',
    make: (plan) => withFlags(plan, 'kube-apiserver', { 'authorization-mode': 'AlwaysAllow' }),
  },
  {
    name: 'an API server without authentication on a port',
    rule: 'apiserver-insecure-port',
    make: (plan) =>
      when(!isAtLeast(plan.release, '1.20'), () => withFlags(plan, 'kube-apiserver', { 'insecure-port': '8080' })),
  },
];

function asksForServing({ configuration, components: { kubelet } }: ClusterPlan): boolean {
  return configuration?.serverTLSBootstrap === true || kubelet.flags['rotate-server-certificates'] === 'true';
}

function authenticationIn({ configuration }: ClusterPlan): object {
  return configuration?.authentication ?? {};
}

function withSetting(plan: ClusterPlan, field: string, flag: string, value?: boolean): ClusterPlan {
  return withEither(plan, { [field]: value }, { [flag]: value === undefined ? undefined : String(value) });
}

function withDuration(plan: ClusterPlan, duration: string): ClusterPlan {
  const isNew = isAtLeast(plan.release, '1.19');
  const flag = isNew ? 'cluster-signing-duration' : 'experimental-cluster-signing-duration';
  return withFlags(plan, 'kube-controller-manager', { [flag]: duration });
}
