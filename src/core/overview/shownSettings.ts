import type { ComponentName } from '../documents/component';

/** What a setting is for in the life of a node's certificates. */
export const topics = ['bootstrap', 'renewal', 'serving', 'access'] as const;

export type Topic = (typeof topics)[number];

/** A setting that matters, by the flag or feature gate that it is known by. */
export interface ShownSetting {
  readonly name: string;
  /** Other names of the same setting in other releases. */
  readonly aliases?: readonly string[];
  /** Shown only where it is written, or may be: its default is what everybody has. */
  readonly whenWritten?: true;
}

type ByTopic = Readonly<Record<Topic, readonly ShownSetting[]>>;

const whenWritten = (...names: readonly string[]): readonly ShownSetting[] =>
  names.map((name) => ({ name, whenWritten: true }));

const signers = ['kubelet-client', 'kubelet-serving', 'kube-apiserver-client', 'legacy-unknown'];

/** The settings of each component that decide about certificates. A test compares them with what the rules ask for. */
export const shownSettings: Readonly<Record<ComponentName, ByTopic>> = {
  kubelet: {
    bootstrap: [
      { name: 'bootstrap-kubeconfig', aliases: ['experimental-bootstrap-kubeconfig'] },
      { name: 'kubeconfig' },
      { name: 'cert-dir' },
      ...whenWritten('hostname-override'),
    ],
    renewal: [{ name: 'rotate-certificates' }, { name: 'RotateKubeletClientCertificate' }],
    serving: [
      { name: 'rotate-server-certificates' },
      { name: 'RotateKubeletServerCertificate' },
      { name: 'tls-cert-file' },
      { name: 'tls-private-key-file' },
    ],
    access: [
      { name: 'anonymous-auth' },
      { name: 'authorization-mode' },
      { name: 'client-ca-file' },
      { name: 'read-only-port' },
    ],
  },
  'kube-controller-manager': {
    bootstrap: [
      { name: 'controllers' },
      { name: 'cluster-signing-cert-file' },
      { name: 'cluster-signing-key-file' },
      { name: 'kubeconfig' },
      { name: 'use-service-account-credentials' },
      ...whenWritten('insecure-experimental-approve-all-kubelet-csrs-for-group', 'master'),
      ...whenWritten(
        ...signers.flatMap((signer) => ['cert', 'key'].map((part) => `cluster-signing-${signer}-${part}-file`)),
      ),
    ],
    renewal: [{ name: 'cluster-signing-duration', aliases: ['experimental-cluster-signing-duration'] }],
    serving: [{ name: 'RotateKubeletServerCertificate' }],
    access: [
      { name: 'root-ca-file' },
      { name: 'service-account-private-key-file' },
      ...whenWritten('client-ca-file', 'requestheader-client-ca-file'),
    ],
  },
  'kube-apiserver': {
    bootstrap: [
      { name: 'enable-bootstrap-token-auth', aliases: ['experimental-bootstrap-token-auth'] },
      { name: 'token-auth-file' },
      ...whenWritten('authentication-token-webhook-config-file', 'authentication-config', 'oidc-issuer-url'),
    ],
    renewal: [{ name: 'client-ca-file' }],
    serving: [{ name: 'kubelet-certificate-authority' }],
    access: [
      { name: 'authorization-mode' },
      { name: 'enable-admission-plugins', aliases: ['admission-control'] },
      { name: 'kubelet-client-certificate' },
      ...whenWritten(
        'authorization-config',
        'insecure-port',
        'insecure-bind-address',
        'service-account-signing-key-file',
      ),
    ],
  },
};
