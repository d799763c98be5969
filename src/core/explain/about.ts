import type { FlowStepId } from '../flow/flowStep';

/** Where to read and see more about a thing. */
export interface About {
  /** Id of the rule that is about it. */
  readonly rule?: string;
  /** Where in the bootstrap it matters. */
  readonly step?: FlowStepId;
}

const clientSigning: About = { step: 'sign' };
const signingKey: About = { rule: 'signing-key-missing', step: 'sign' };
const signingDuration: About = { rule: 'signing-duration-long', step: 'sign' };
const servingSigning: About = { step: 'serving-certificate' };
const clientRotation: About = { rule: 'rotate-certificates-missing', step: 'rotate' };
const servingRotation: About = { rule: 'server-rotation-gate-missing', step: 'serving-csr' };

/** By kind and name, as the purposes are. */
const abouts: Readonly<Record<string, About>> = {
  'flag.kubelet.bootstrap-kubeconfig': { rule: 'bootstrap-kubeconfig-incomplete', step: 'bootstrap-credentials' },
  'flag.kubelet.experimental-bootstrap-kubeconfig': { step: 'bootstrap-credentials' },
  'flag.kubelet.kubeconfig': { step: 'write-kubeconfig' },
  'flag.kubelet.rotate-certificates': clientRotation,
  'flag.kubelet.rotate-server-certificates': servingRotation,
  'flag.kubelet.cert-dir': { step: 'store-certificate' },
  'flag.kubelet.tls-cert-file': { rule: 'serving-certificate-fixed', step: 'serving-certificate' },
  'flag.kubelet.node-labels': { step: 'register-node' },
  'flag.kubelet.hostname-override': { step: 'create-csr' },
  'flag.kubelet.node-ip': { step: 'serving-csr' },
  'flag.kube-controller-manager.cluster-signing-cert-file': signingKey,
  'flag.kube-controller-manager.cluster-signing-key-file': signingKey,
  'flag.kube-controller-manager.cluster-signing-duration': signingDuration,
  'flag.kube-controller-manager.experimental-cluster-signing-duration': signingDuration,
  'flag.kube-controller-manager.cluster-signing-kubelet-client-cert-file': clientSigning,
  'flag.kube-controller-manager.cluster-signing-kubelet-client-key-file': clientSigning,
  'flag.kube-controller-manager.cluster-signing-kubelet-serving-cert-file': servingSigning,
  'flag.kube-controller-manager.cluster-signing-kubelet-serving-key-file': servingSigning,
  'flag.kube-controller-manager.insecure-experimental-approve-all-kubelet-csrs-for-group': {
    rule: 'approve-all-flag',
    step: 'approve',
  },
  'flag.kube-controller-manager.controllers': { rule: 'csr-controller-disabled', step: 'approve' },
  'flag.kube-apiserver.enable-bootstrap-token-auth': { rule: 'bootstrap-auth-disabled', step: 'authenticate' },
  'flag.kube-apiserver.experimental-bootstrap-token-auth': { step: 'authenticate' },
  'flag.kube-apiserver.token-auth-file': { rule: 'token-file-malformed', step: 'authenticate' },
  'flag.kube-apiserver.client-ca-file': { step: 'authenticate' },
  'flag.kube-apiserver.anonymous-auth': { step: 'authenticate' },
  'flag.kube-apiserver.authorization-mode': { rule: 'apiserver-authorization-mode', step: 'authorize-create' },
  'flag.kubelet.anonymous-auth': { rule: 'kubelet-anonymous-auth' },
  'flag.kubelet.authorization-mode': { rule: 'kubelet-authorization-always-allow' },
  'flag.kubelet.client-ca-file': { rule: 'kubelet-client-ca-missing' },
  'flag.kubelet.read-only-port': { rule: 'kubelet-read-only-port' },
  'flag.kube-controller-manager.root-ca-file': { rule: 'controller-manager-root-ca-missing' },
  'flag.kube-controller-manager.service-account-private-key-file': {
    rule: 'controller-manager-service-account-key-missing',
  },
  'flag.kube-controller-manager.use-service-account-credentials': {
    rule: 'controller-manager-cannot-approve',
    step: 'approve',
  },
  'flag.kube-apiserver.kubelet-certificate-authority': {
    rule: 'apiserver-kubelet-ca-missing',
    step: 'serving-certificate',
  },
  'flag.kube-apiserver.kubelet-client-certificate': { rule: 'apiserver-kubelet-client-certificate-missing' },
  'flag.kube-apiserver.enable-admission-plugins': { rule: 'apiserver-node-restriction-missing' },
  'flag.kube-apiserver.insecure-port': { rule: 'apiserver-insecure-port' },
  'gate.RotateKubeletClientCertificate': { rule: 'client-rotation-gate-missing', step: 'rotate' },
  'gate.RotateKubeletServerCertificate': servingRotation,
  'gate.AllowDNSOnlyNodeCSR': { step: 'serving-csr' },
  'role.system:node-bootstrapper': { rule: 'node-bootstrapper-unbound', step: 'authorize-create' },
  'role.system:certificates.k8s.io:certificatesigningrequests:nodeclient': {
    rule: 'csr-approval-unbound',
    step: 'approve',
  },
  'role.system:certificates.k8s.io:certificatesigningrequests:selfnodeclient': {
    rule: 'renewal-approval-unbound',
    step: 'renewal-approve',
  },
  'role.system:certificates.k8s.io:certificatesigningrequests:selfnodeserver': {
    rule: 'selfnodeserver-dead',
    step: 'serving-approve',
  },
  'role.system:certificates.k8s.io:kubelet-serving-approver': {
    rule: 'serving-approval-none',
    step: 'serving-approve',
  },
  'role.cluster-admin': { rule: 'bootstrap-cluster-admin' },
  'signer.kubernetes.io/kube-apiserver-client-kubelet': clientSigning,
  'signer.kubernetes.io/kubelet-serving': { rule: 'serving-approval-none', step: 'serving-approve' },
};

/** Returns where to read and see more about a thing, by kind and name; nothing when no place is about it in particular. */
export function aboutOf(subject: string): About {
  return Object.hasOwn(abouts, subject) ? (abouts[subject] ?? {}) : {};
}

/** Returns all rules named here, for the test that shows that they exist. */
export function rulesNamed(): readonly string[] {
  return Object.values(abouts).flatMap(({ rule }) => rule ?? []);
}
