import { bindingsFile, usualBindings, type ShortBinding } from '../../flow/scenario';
import type { LabFile } from '../labFile';
import { bootstrapKubeconfig, tokenFile } from './credentials';
import { environment, unit } from './unit';

const SSL = '/etc/kubernetes/ssl';

/** What differs from the cluster of the guide. */
export interface Guide2018 {
  /** Version of the programs. */
  readonly version: string;
  /** Flags of the kubelet besides its paths and addresses. */
  readonly kubelet: readonly string[];
  readonly controllerManager: readonly string[];
  readonly apiServer?: readonly string[];
  readonly rbac: string;
}

/** A cluster as the guides of January 2018 built it: a token file, flags in an EnvironmentFile, certificates in ssl. */
export function guide2018({ version, kubelet, controllerManager, apiServer, rbac }: Guide2018): readonly LabFile[] {
  return [
    { path: 'kubelet.service', text: kubeletUnit(version) },
    {
      path: 'kubelet',
      text: environment('KUBELET_ARGS', [
        '--node-ip=10.20.0.21',
        '--hostname-override=node-21',
        '--kubeconfig=/etc/kubernetes/kubelet.kubeconfig',
        `--cert-dir=${SSL}`,
        ...kubelet,
        `--client-ca-file=${SSL}/ca.pem`,
        '--anonymous-auth=false',
        '--authorization-mode=Webhook',
        '--authentication-token-webhook',
        '--read-only-port=0',
        '--cluster-dns=10.254.0.2',
        '--cluster-domain=cluster.local',
      ]),
    },
    bootstrapKubeconfig('bootstrap.kubeconfig', `${SSL}/ca.pem`),
    tokenFile,
    { path: 'bootstrap-rbac.yaml', text: rbac },
    {
      path: 'kube-apiserver.service',
      text: unit('Kubernetes API Server', version, 'kube-apiserver', [...apiServerFlags, ...(apiServer ?? [])]),
    },
    {
      path: 'kube-controller-manager.service',
      text: unit('Kubernetes Controller Manager', version, 'kube-controller-manager', [
        '--kubeconfig=/etc/kubernetes/controller-manager.kubeconfig',
        '--use-service-account-credentials=true',
        `--root-ca-file=${SSL}/ca.pem`,
        `--service-account-private-key-file=${SSL}/sa.key`,
        `--cluster-signing-cert-file=${SSL}/ca.pem`,
        `--cluster-signing-key-file=${SSL}/ca-key.pem`,
        ...controllerManager,
      ]),
    },
  ];
}

function kubeletUnit(version: string): string {
  return unit('Kubernetes Kubelet', version, 'kubelet', ['$KUBELET_ARGS']).replace(
    'ExecStart=',
    'EnvironmentFile=/etc/kubernetes/kubelet\nExecStart=',
  );
}

const apiServerFlags = [
  '--authorization-mode=Node,RBAC',
  '--anonymous-auth=false',
  '--token-auth-file=/etc/kubernetes/token.csv',
  `--client-ca-file=${SSL}/ca.pem`,
  `--tls-cert-file=${SSL}/kubernetes.pem`,
  `--tls-private-key-file=${SSL}/kubernetes-key.pem`,
  `--kubelet-client-certificate=${SSL}/kubernetes.pem`,
  `--kubelet-client-key=${SSL}/kubernetes-key.pem`,
  `--service-account-key-file=${SSL}/sa.pub`,
  '--service-cluster-ip-range=10.254.0.0/16',
  '--etcd-servers=https://10.20.0.11:2379',
];

/** The bindings of the guide: the user of the token file may ask, and its group's first requests are approved. */
export const guideBindings: Readonly<Record<'ask' | 'first' | 'renew', ShortBinding>> = {
  ask: { ...usualBindings.ask, kind: 'User', subject: 'kubelet-bootstrap' },
  first: usualBindings.first,
  renew: usualBindings.renew,
};

/** Returns the RBAC of the guide for 1.8, where the roles for client certificates are built in. */
export function guideRbac(...bindings: readonly ShortBinding[]): string {
  return bindingsFile('v1', bindings);
}

/** The RBAC of the guide for 1.7, where all roles for approving are made by hand. */
export const guideRbac17 = [
  bindingsFile('v1beta1', [
    guideBindings.ask,
    { ...guideBindings.first, role: 'approve-node-client-csr' },
    { ...guideBindings.renew, role: 'approve-node-client-renewal-csr' },
  ]),
  approvingRole('approve-node-client-csr', 'nodeclient'),
  approvingRole('approve-node-client-renewal-csr', 'selfnodeclient'),
].join('---\n');

function approvingRole(name: string, resource: string): string {
  return `apiVersion: rbac.authorization.k8s.io/v1beta1
kind: ClusterRole
metadata:
  name: ${name}
rules:
- apiGroups: ["certificates.k8s.io"]
  resources: ["certificatesigningrequests/${resource}"]
  verbs: ["create"]
`;
}
