import { bindingsFile, usualBindings, type ShortBinding } from '../../flow/scenario';
import type { LabFile } from '../labFile';
import { bootstrapKubeconfig, bootstrapTokenSecret } from './credentials';

/** What differs from the usual cluster. */
export interface KubeadmCluster {
  readonly version: string;
  readonly bindings?: readonly ShortBinding[];
  /** The value of `--controllers`. */
  readonly controllers?: string;
  readonly controllerManager?: readonly string[];
}

const PKI = '/etc/kubernetes/pki';

/** A cluster as kubeadm leaves it: kubelet under systemd, control plane in static pods (behaviour `kubeadm.paths`). */
export function kubeadm(parts: KubeadmCluster): readonly LabFile[] {
  const { version, bindings = kubeadmBindings, controllers = '*,bootstrapsigner,tokencleaner' } = parts;
  return [
    { path: 'kubelet.service', text: KUBELET_UNIT },
    { path: 'kubelet.service.d/10-kubeadm.conf', text: DROP_IN },
    { path: 'kubeadm-flags.env', text: 'KUBELET_KUBEADM_ARGS=""\n' },
    { path: 'kubelet', text: 'KUBELET_EXTRA_ARGS=\n' },
    { path: 'config.yaml', text: CONFIGURATION },
    bootstrapKubeconfig('bootstrap-kubelet.conf', `${PKI}/ca.crt`),
    bootstrapTokenSecret,
    { path: 'bootstrap-rbac.yaml', text: bindingsFile('v1', bindings) },
    { path: 'kube-apiserver.yaml', text: staticPod('kube-apiserver', version, apiServerFlags) },
    {
      path: 'kube-controller-manager.yaml',
      text: staticPod('kube-controller-manager', version, [
        ...controllerManagerFlags,
        `--controllers=${controllers}`,
        ...(parts.controllerManager ?? []),
      ]),
    },
  ];
}

/** The bindings under the names that kubeadm gives them. */
export const kubeadmBindings: readonly ShortBinding[] = [
  { ...usualBindings.ask, name: 'kubeadm:kubelet-bootstrap' },
  { ...usualBindings.first, name: 'kubeadm:node-autoapprove-bootstrap' },
  { ...usualBindings.renew, name: 'kubeadm:node-autoapprove-certificate-rotation' },
];

const KUBELET_UNIT = `[Unit]
Description=kubelet: The Kubernetes Node Agent
Wants=network-online.target
After=network-online.target

[Service]
ExecStart=/usr/bin/kubelet
Restart=always
StartLimitInterval=0
RestartSec=10

[Install]
WantedBy=multi-user.target
`;

const DROP_IN = `[Service]
Environment="KUBELET_KUBECONFIG_ARGS=--bootstrap-kubeconfig=/etc/kubernetes/bootstrap-kubelet.conf --kubeconfig=/etc/kubernetes/kubelet.conf"
Environment="KUBELET_CONFIG_ARGS=--config=/var/lib/kubelet/config.yaml"
EnvironmentFile=-/var/lib/kubelet/kubeadm-flags.env
EnvironmentFile=-/etc/default/kubelet
ExecStart=
ExecStart=/usr/bin/kubelet $KUBELET_KUBECONFIG_ARGS $KUBELET_CONFIG_ARGS $KUBELET_KUBEADM_ARGS $KUBELET_EXTRA_ARGS
`;

const CONFIGURATION = `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
  webhook:
    enabled: true
  x509:
    clientCAFile: ${PKI}/ca.crt
authorization:
  mode: Webhook
cgroupDriver: systemd
clusterDNS:
- 10.96.0.10
clusterDomain: cluster.local
rotateCertificates: true
staticPodPath: /etc/kubernetes/manifests
`;

const apiServerFlags = [
  '--advertise-address=10.40.0.11',
  '--authorization-mode=Node,RBAC',
  `--client-ca-file=${PKI}/ca.crt`,
  '--enable-admission-plugins=NodeRestriction',
  '--enable-bootstrap-token-auth=true',
  '--etcd-servers=https://127.0.0.1:2379',
  `--kubelet-client-certificate=${PKI}/apiserver-kubelet-client.crt`,
  `--kubelet-client-key=${PKI}/apiserver-kubelet-client.key`,
  '--secure-port=6443',
  '--service-account-issuer=https://kubernetes.default.svc.cluster.local',
  `--service-account-key-file=${PKI}/sa.pub`,
  `--service-account-signing-key-file=${PKI}/sa.key`,
  '--service-cluster-ip-range=10.96.0.0/12',
  `--tls-cert-file=${PKI}/apiserver.crt`,
  `--tls-private-key-file=${PKI}/apiserver.key`,
];

const controllerManagerFlags = [
  '--authentication-kubeconfig=/etc/kubernetes/controller-manager.conf',
  '--authorization-kubeconfig=/etc/kubernetes/controller-manager.conf',
  '--bind-address=127.0.0.1',
  `--client-ca-file=${PKI}/ca.crt`,
  `--cluster-signing-cert-file=${PKI}/ca.crt`,
  `--cluster-signing-key-file=${PKI}/ca.key`,
  '--kubeconfig=/etc/kubernetes/controller-manager.conf',
  '--leader-elect=true',
  `--root-ca-file=${PKI}/ca.crt`,
  `--service-account-private-key-file=${PKI}/sa.key`,
  '--use-service-account-credentials=true',
];

function staticPod(program: string, version: string, flags: readonly string[]): string {
  const command = [program, ...flags].map((word) => `    - ${word}`).join('\n');
  return `apiVersion: v1
kind: Pod
metadata:
  name: ${program}
  namespace: kube-system
spec:
  containers:
  - name: ${program}
    image: registry.k8s.io/${program}:v${version}
    command:
${command}
  hostNetwork: true
`;
}
