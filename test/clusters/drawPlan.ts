import { isAtLeast, releaseOf, type Release } from '../../src/core/kubernetes/release';
import type { Draws } from '../rules/draws';
import {
  withGate,
  type BindingPlan,
  type ClusterPlan,
  type ComponentPlan,
  type Hosts,
  type RolePlan,
} from './clusterPlan';

export const TOKEN = { id: '07401b', secret: 'f395accd246ae52d', row: '6df3c701f979cee17732c30958745947' };

const REQUESTS = 'system:certificates.k8s.io:certificatesigningrequests';
const PKI = '/etc/kubernetes/pki';

/** Returns a cluster that bootstraps and renews: any release from 1.7 on unless one is asked for, any way to write it. */
export function drawPlan(draws: Draws, release = releaseOf(draws.whole(7, 36))): ClusterPlan {
  const at = (since: Release): boolean => isAtLeast(release, since);
  const usesRow = draws.chance(0.4);
  const bySetting = at('1.11') && draws.chance(0.7);
  const asksForServing = at('1.12') && draws.chance(0.4);
  const servesByGate = !at('1.11') && draws.chance(0.4);
  const plan: ClusterPlan = {
    release,
    components: {
      kubelet: kubelet(draws, release, bySetting, asksForServing),
      'kube-apiserver': apiServer(draws, release, usesRow, asksForServing),
      'kube-controller-manager': controllerManager(draws, release),
    },
    configuration: bySetting ? configurationOf(draws, release, asksForServing) : undefined,
    bootstrapKubeconfig: kubeconfigOf({ token: usesRow ? TOKEN.row : `${TOKEN.id}.${TOKEN.secret}` }),
    kubeconfig: undefined,
    tokenRows: usesRow ? [`${TOKEN.row},kubelet-bootstrap,10001,"system:bootstrappers"`] : [],
    tokenSecret: usesRow ? undefined : tokenSecret(),
    roles: at('1.8') ? [] : [roleOf('nodeclient'), roleOf('selfnodeclient')],
    bindings: bindings(draws, usesRow),
    rbacVersion: at('1.8') ? 'v1' : 'v1beta1',
    documents: asksForServing ? servingApprover() : [],
    trailer: '',
    leader: '',
    hosts: hosts(draws),
  };
  return servesByGate ? withServingGates(plan) : plan;
}

/** Up to 1.10 gates on both sides and a third binding bring serving certificates (behaviour `approve.server`). */
function withServingGates(plan: ClusterPlan): ClusterPlan {
  const gate = 'RotateKubeletServerCertificate';
  const gated = (['kubelet', 'kube-controller-manager'] as const).reduce(
    (made, component) => withGate(made, component, gate, 'true'),
    plan,
  );
  return {
    ...gated,
    roles: [...gated.roles, roleOf('selfnodeserver')],
    bindings: [
      ...gated.bindings,
      {
        name: 'node-server-auto-renew-crt',
        role: roleOf('selfnodeserver').name,
        kind: 'Group',
        subject: 'system:nodes',
      },
    ],
  };
}

function hosts(draws: Draws): Hosts {
  return {
    madeBy: 'hand',
    kubelet: draws.pick(['unit', 'environment', 'drop-in', 'script']),
    controlPlane: draws.pick(['unit', 'environment', 'static-pod', 'script']),
    configuration: draws.pick(['yaml', 'json']),
    rbac: draws.pick(['documents', 'list', 'kubectl']),
  };
}

function bindings(draws: Draws, usesRow: boolean): readonly BindingPlan[] {
  const byUser = usesRow && draws.chance(0.5);
  const bootstrapper = byUser
    ? ({ kind: 'User', subject: 'kubelet-bootstrap' } as const)
    : ({ kind: 'Group', subject: 'system:bootstrappers' } as const);
  return [
    { name: 'kubelet-bootstrap', role: 'system:node-bootstrapper', ...bootstrapper },
    { name: 'node-client-auto-approve-csr', role: `${REQUESTS}:nodeclient`, ...bootstrapper },
    { name: 'node-client-auto-renew-crt', role: `${REQUESTS}:selfnodeclient`, kind: 'Group', subject: 'system:nodes' },
  ];
}

/** Returns the ClusterRole for one kind of request, as it is built in from 1.8 on. */
export function roleOf(request: string): RolePlan {
  return { name: `${REQUESTS}:${request}`, resources: [`certificatesigningrequests/${request}`] };
}

function part(flags: Readonly<Record<string, string>>, gates: Readonly<Record<string, string>> = {}): ComponentPlan {
  return { flags, gates, words: [] };
}

function kubelet(draws: Draws, release: Release, bySetting: boolean, asksForServing: boolean): ComponentPlan {
  const flags = {
    v: '2',
    ...(draws.chance(0.5) && { 'node-ip': '10.30.0.21' }),
    ...(draws.chance(0.5) && { 'hostname-override': 'node-21' }),
    ...(!isAtLeast(release, '1.8') && { 'require-kubeconfig': 'true' }),
    'bootstrap-kubeconfig': '/etc/kubernetes/bootstrap.kubeconfig',
    kubeconfig: '/etc/kubernetes/kubelet.kubeconfig',
  };
  if (bySetting) return part({ ...flags, config: '/var/lib/kubelet/config.yaml' });
  const isOld = !isAtLeast(release, '1.8');
  return part(
    {
      ...flags,
      'client-ca-file': `${PKI}/ca.crt`,
      'anonymous-auth': 'false',
      'authorization-mode': 'Webhook',
      'authentication-token-webhook': 'true',
      'read-only-port': '0',
      ...(!isOld && { 'rotate-certificates': 'true' }),
      ...(asksForServing && { 'rotate-server-certificates': 'true' }),
    },
    isOld ? { RotateKubeletClientCertificate: 'true' } : {},
  );
}

/** Returns the fields of a KubeletConfiguration with which a node bootstraps and renews. */
export function configurationOf(draws: Draws, release: Release, asksForServing: boolean): ClusterPlan['configuration'] {
  return {
    apiVersion: 'kubelet.config.k8s.io/v1beta1',
    kind: 'KubeletConfiguration',
    rotateCertificates: true,
    ...(asksForServing && { serverTLSBootstrap: true }),
    authentication: {
      anonymous: { enabled: false },
      webhook: { enabled: true },
      x509: { clientCAFile: `${PKI}/ca.crt` },
    },
    authorization: { mode: 'Webhook' },
    readOnlyPort: 0,
    ...(draws.chance(0.5) && { maxPods: 110 }),
    ...(isAtLeast(release, '1.20') && draws.chance(0.5) && { cgroupDriver: 'systemd' }),
    ...(draws.chance(0.5) && { clusterDomain: 'cluster.local', clusterDNS: ['10.96.0.10'] }),
  };
}

function apiServer(draws: Draws, release: Release, usesRow: boolean, asksForServing: boolean): ComponentPlan {
  const at = (since: Release): boolean => isAtLeast(release, since);
  const tokens = at('1.8') ? 'enable-bootstrap-token-auth' : 'experimental-bootstrap-token-auth';
  return part({
    v: '2',
    'authorization-mode': draws.pick(['Node,RBAC', 'RBAC,Node']),
    [at('1.10') ? 'enable-admission-plugins' : 'admission-control']: 'NodeRestriction',
    ...(usesRow ? { 'token-auth-file': '/etc/kubernetes/token.csv' } : { [tokens]: 'true' }),
    'client-ca-file': `${PKI}/ca.crt`,
    'tls-cert-file': `${PKI}/apiserver.crt`,
    'tls-private-key-file': `${PKI}/apiserver.key`,
    'etcd-servers': 'https://127.0.0.1:2379',
    ...(!at('1.20') && { 'insecure-port': '0' }),
    ...(at('1.20') && {
      'service-account-issuer': 'https://kubernetes.default.svc',
      'service-account-key-file': `${PKI}/sa.pub`,
      'service-account-signing-key-file': `${PKI}/sa.key`,
    }),
    'kubelet-client-certificate': `${PKI}/apiserver-kubelet-client.crt`,
    'kubelet-client-key': `${PKI}/apiserver-kubelet-client.key`,
    ...(asksForServing && { 'kubelet-certificate-authority': `${PKI}/ca.crt` }),
  });
}

function controllerManager(draws: Draws, release: Release): ComponentPlan {
  const duration = isAtLeast(release, '1.19') ? 'cluster-signing-duration' : 'experimental-cluster-signing-duration';
  return part({
    v: '2',
    kubeconfig: '/etc/kubernetes/controller-manager.conf',
    'use-service-account-credentials': 'true',
    'root-ca-file': `${PKI}/ca.crt`,
    'service-account-private-key-file': `${PKI}/sa.key`,
    'cluster-signing-cert-file': `${PKI}/ca.crt`,
    'cluster-signing-key-file': `${PKI}/ca.key`,
    ...(draws.chance(0.5) && { [duration]: draws.pick(['8760h', '8760h0m0s', '720h', '17520h']) }),
    ...(draws.chance(0.3) && { controllers: '*,bootstrapsigner,tokencleaner' }),
  });
}

/** Returns a kubeconfig of one user. */
export function kubeconfigOf(user: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name: 'kubernetes',
        cluster: { server: 'https://10.30.0.11:6443', 'certificate-authority': `${PKI}/ca.crt` },
      },
    ],
    users: [{ name: 'node', user }],
    contexts: [{ name: 'default', context: { cluster: 'kubernetes', user: 'node' } }],
    'current-context': 'default',
  };
}

function tokenSecret(): Readonly<Record<string, unknown>> {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: `bootstrap-token-${TOKEN.id}`, namespace: 'kube-system' },
    type: 'bootstrap.kubernetes.io/token',
    stringData: {
      'token-id': TOKEN.id,
      'token-secret': TOKEN.secret,
      'usage-bootstrap-authentication': 'true',
    },
  };
}

/** Returns what an approver of serving certificates may do; it runs in the cluster. */
export function servingApprover(): ClusterPlan['documents'] {
  const name = 'kubelet-serving-approver';
  const group = 'certificates.k8s.io';
  return [
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name },
      rules: [
        { apiGroups: [group], resources: ['certificatesigningrequests'], verbs: ['get', 'list', 'watch'] },
        { apiGroups: [group], resources: ['certificatesigningrequests/approval'], verbs: ['update'] },
        {
          apiGroups: [group],
          resources: ['signers'],
          resourceNames: ['kubernetes.io/kubelet-serving'],
          verbs: ['approve'],
        },
      ],
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
      subjects: [{ kind: 'ServiceAccount', name, namespace: 'kube-system' }],
    },
  ];
}
