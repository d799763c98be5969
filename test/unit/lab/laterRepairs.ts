import { RBAC, REQUESTS, bind, binding, group, user, type Change, type Repairs } from './repair';

function approver(subject: string): string {
  return `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: approver
rules:
- apiGroups: [certificates.k8s.io]
  resources: [certificatesigningrequests]
  verbs: [get, list, watch]
- apiGroups: [certificates.k8s.io]
  resources: [certificatesigningrequests/approval]
  verbs: [update]
- apiGroups: [certificates.k8s.io]
  resources: [signers]
  resourceNames: [kubernetes.io/kubelet-serving]
  verbs: [approve]
${binding('approver', 'approver', subject)}`;
}

const account = '{kind: ServiceAccount, name: approver, namespace: kube-system}';
const asks: Change = {
  path: 'kubelet-config.yaml',
  from: 'rotateCertificates: true',
  to: 'rotateCertificates: true\nserverTLSBootstrap: true',
};
const checks: Change = {
  path: 'kube-apiserver.service',
  from: '  --service-cluster-ip-range',
  to: '  --kubelet-certificate-authority=/etc/kubernetes/pki/ca.crt \\\n  --service-cluster-ip-range',
};

const newNames: readonly Change[] = [
  { path: 'kubelet', from: '--experimental-bootstrap-kubeconfig', to: '--bootstrap-kubeconfig' },
  { path: 'kubelet', from: '--feature-gates=RotateKubeletClientCertificate=true \\\n    ', to: '' },
  { path: 'kube-controller-manager.service', from: '--address', to: '--bind-address' },
  {
    path: 'kube-controller-manager.service',
    from: '--experimental-cluster-signing-duration',
    to: '--cluster-signing-duration',
  },
];

const CURRENT = '/var/lib/kubelet/pki/kubelet-client-current.pem';

const certificateIn = (file: string): Change => ({
  path: 'kubelet.conf',
  from: 'client-certificate-data: RVhBTVBMRSBDRVJUSUZJQ0FURQ==',
  to: `client-certificate: ${file}`,
});

const keyIn = (file: string): Change => ({
  path: 'kubelet.conf',
  from: 'client-key-data: RVhBTVBMRSBLRVk=',
  to: `client-key: ${file}`,
});

/** By id of the exercise. */
export const laterRepairs: Readonly<Record<string, Repairs>> = {
  'embedded-certificate': {
    hinted: { name: 'the link', changes: [certificateIn(CURRENT), keyIn(CURRENT)] },
    others: [
      {
        name: 'a kubeconfig written anew, in JSON',
        changes: [
          {
            path: 'kubelet.conf',
            text: JSON.stringify({
              apiVersion: 'v1',
              kind: 'Config',
              clusters: [{ name: 'c', cluster: { server: 'https://10.40.0.11:6443' } }],
              users: [{ name: 'u', user: { 'client-certificate': CURRENT, 'client-key': CURRENT } }],
              contexts: [{ name: 'x', context: { cluster: 'c', user: 'u' } }],
              'current-context': 'x',
            }),
          },
        ],
      },
    ],
    tempting: [
      {
        name: 'another certificate that does not move',
        changes: [
          certificateIn('/var/lib/kubelet/pki/kubelet-client.crt'),
          keyIn('/var/lib/kubelet/pki/kubelet-client.key'),
        ],
      },
      { name: 'the certificate without its key', changes: [certificateIn(CURRENT)] },
      {
        name: 'longer certificates',
        changes: [
          {
            path: 'kube-controller-manager.yaml',
            from: '    - --controllers',
            to: '    - --cluster-signing-duration=87600h\n    - --controllers',
          },
        ],
      },
    ],
  },
  upgrade: {
    hinted: { name: 'the new names', changes: newNames },
    others: [
      {
        name: 'without what is the default, and rotation in a configuration file',
        changes: [
          ...newNames.slice(0, 2),
          { path: 'kubelet', from: '--rotate-certificates', to: '--config=/etc/kubernetes/kubelet-config.yaml' },
          {
            path: 'kubelet-config.yaml',
            text: 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nrotateCertificates: true\n',
          },
          {
            path: 'kube-controller-manager.service',
            from: ' \\\n  --address=127.0.0.1 \\\n  --experimental-cluster-signing-duration=8760h',
            to: '',
          },
        ],
      },
    ],
    tempting: [
      { name: 'the kubelet alone', changes: newNames.slice(0, 2) },
      {
        name: 'rotation taken away with its gate',
        changes: [...newNames, { path: 'kubelet', from: '    --rotate-certificates \\\n', to: '' }],
      },
    ],
  },
  'serving-verifiable': {
    hinted: { name: 'ask, approve, check', changes: [asks, checks, { path: RBAC, more: approver(account) }] },
    others: [
      {
        name: 'the flag, and an approver that is a user',
        changes: [
          {
            path: 'kubelet.service',
            from: '--config=',
            to: '--rotate-server-certificates \\\n  --config=',
          },
          checks,
          { path: 'approver.yaml', text: approver(user('approver')) },
        ],
      },
    ],
    tempting: [
      { name: 'nobody approves', changes: [asks, checks] },
      {
        name: 'selfnodeserver',
        changes: [asks, checks, bind(`${REQUESTS}:selfnodeserver`, group('system:nodes'))],
      },
      { name: 'nobody checks', changes: [asks, { path: RBAC, more: approver(account) }] },
      {
        name: 'nodes that approve themselves',
        changes: [asks, checks, { path: RBAC, more: approver(group('system:nodes')) }],
      },
      {
        name: 'the gate alone',
        changes: [
          checks,
          { path: RBAC, more: approver(account) },
          {
            path: 'kubelet-config.yaml',
            from: 'rotateCertificates: true',
            to: 'rotateCertificates: true\nfeatureGates:\n  RotateKubeletServerCertificate: true',
          },
        ],
      },
    ],
  },
};
