import { bindingsFile, usualBindings, type ShortBinding } from '../../flow/scenario';
import type { LabFile } from '../labFile';
import { bootstrapKubeconfig, bootstrapTokenSecret } from './credentials';
import { unit } from './unit';

/** What differs from the usual cluster. */
export interface BinaryInstall {
  readonly version: string;
  readonly bindings?: readonly ShortBinding[];
  /** Lines of the KubeletConfiguration besides those about access. */
  readonly configuration?: readonly string[];
  readonly apiServer?: readonly string[];
  readonly controllerManager?: readonly string[];
}

const PKI = '/etc/kubernetes/pki';

/** A cluster of programs under systemd, as today's guides build it: it joins, renews and stays. */
export function binaryInstall(parts: BinaryInstall): readonly LabFile[] {
  const { version } = parts;
  return [
    { path: 'kubelet.service', text: unit('Kubernetes Kubelet', version, 'kubelet', kubeletFlags) },
    { path: 'kubelet-config.yaml', text: configuration(parts.configuration ?? ['rotateCertificates: true']) },
    bootstrapKubeconfig('bootstrap-kubelet.conf', `${PKI}/ca.crt`),
    bootstrapTokenSecret,
    {
      path: 'bootstrap-rbac.yaml',
      text: bindingsFile('v1', parts.bindings ?? [usualBindings.ask, usualBindings.first, usualBindings.renew]),
    },
    {
      path: 'kube-apiserver.service',
      text: unit('Kubernetes API Server', version, 'kube-apiserver', [
        ...apiServerFlags,
        ...(parts.apiServer ?? ['--enable-bootstrap-token-auth=true']),
      ]),
    },
    {
      path: 'kube-controller-manager.service',
      text: unit('Kubernetes Controller Manager', version, 'kube-controller-manager', [
        ...controllerManagerFlags,
        ...(parts.controllerManager ?? []),
      ]),
    },
  ];
}

const kubeletFlags = [
  '--config=/etc/kubernetes/kubelet-config.yaml',
  '--bootstrap-kubeconfig=/etc/kubernetes/bootstrap-kubelet.conf',
  '--kubeconfig=/etc/kubernetes/kubelet.conf',
];

const apiServerFlags = [
  '--authorization-mode=Node,RBAC',
  '--enable-admission-plugins=NodeRestriction',
  `--client-ca-file=${PKI}/ca.crt`,
  `--tls-cert-file=${PKI}/apiserver.crt`,
  `--tls-private-key-file=${PKI}/apiserver.key`,
  `--kubelet-client-certificate=${PKI}/apiserver-kubelet-client.crt`,
  `--kubelet-client-key=${PKI}/apiserver-kubelet-client.key`,
  '--service-account-issuer=https://kubernetes.default.svc.cluster.local',
  `--service-account-key-file=${PKI}/sa.pub`,
  `--service-account-signing-key-file=${PKI}/sa.key`,
  '--service-cluster-ip-range=10.96.0.0/12',
  '--etcd-servers=https://127.0.0.1:2379',
];

const controllerManagerFlags = [
  '--kubeconfig=/etc/kubernetes/controller-manager.conf',
  '--use-service-account-credentials=true',
  `--root-ca-file=${PKI}/ca.crt`,
  `--service-account-private-key-file=${PKI}/sa.key`,
  `--cluster-signing-cert-file=${PKI}/ca.crt`,
  `--cluster-signing-key-file=${PKI}/ca.key`,
];

function configuration(fields: readonly string[]): string {
  return `apiVersion: kubelet.config.k8s.io/v1beta1
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
${fields.join('\n')}
`;
}
