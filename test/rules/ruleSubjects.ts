import type { FlagComponent } from '../../src/core/kubernetes/data';
import type { Release } from '../../src/core/kubernetes/release';

/** What a rule looks at: with this it is known in which host syntaxes it can find something. */
export type Subject =
  /** A flag that somebody wrote, or one that is missing where the whole command line is in view. */
  | { readonly on: 'flag'; readonly of: FlagComponent; readonly is: 'written' | 'missing' }
  /** The same of a field of KubeletConfiguration. */
  | { readonly on: 'field'; readonly is: 'written' | 'missing' }
  | {
      readonly on:
        | 'rbac'
        | 'request'
        | 'kubeconfig'
        | 'kubeconfig without secret'
        | 'token Secret'
        | 'kubeadm token'
        | 'token file';
    };

export interface RuleSubjects {
  readonly subjects: readonly Subject[];
  /** The last release the rule speaks of; undefined when it speaks of the newest. */
  readonly until?: Release;
}

const flag = (of: FlagComponent, is: 'written' | 'missing'): Subject => ({ on: 'flag', of, is });

const kubelet = (is: 'written' | 'missing'): readonly Subject[] => [flag('kubelet', is), { on: 'field', is }];
const manager = (is: 'written' | 'missing'): Subject => flag('kube-controller-manager', is);
const server = (is: 'written' | 'missing'): Subject => flag('kube-apiserver', is);

const all = (...subjects: readonly Subject[]): RuleSubjects => ({ subjects });
const until = (release: Release, ...subjects: readonly Subject[]): RuleSubjects => ({ subjects, until: release });

/** Rules of groups B to E by what they look at. */
export const ruleSubjects: Readonly<Record<string, RuleSubjects>> = {
  'bootstrap-kubeconfig-incomplete': all({ on: 'kubeconfig' }),
  'bootstrap-auth-disabled': all(server('missing'), { on: 'kubeconfig' }),
  'token-file-malformed': all({ on: 'token file' }),
  'bootstrap-token-invalid': all({ on: 'token Secret' }),
  'bootstrap-subject-unknown': all({ on: 'rbac' }),
  'node-bootstrapper-unbound': all({ on: 'rbac' }),
  'bootstrap-cluster-admin': all({ on: 'rbac' }),
  'csr-approval-unbound': all({ on: 'rbac' }),
  'csr-request-undecodable': all({ on: 'request' }),
  'csr-not-recognised': all({ on: 'request' }),
  'signing-key-missing': all(manager('missing')),
  'csr-controller-disabled': all(manager('written')),
  'approve-all-flag': until('1.12', manager('written')),
  'controller-manager-cannot-approve': all(manager('missing')),
  'role-by-hand': all({ on: 'rbac' }),
  'rotate-certificates-missing': all(...kubelet('missing')),
  'rotate-certificates-off': all(...kubelet('written')),
  'client-rotation-gate-missing': until('1.7', flag('kubelet', 'missing')),
  'renewal-approval-unbound': all({ on: 'rbac' }),
  'signing-duration-invalid': all(manager('written')),
  'signing-duration-short': all(manager('written')),
  'signing-duration-long': all(manager('written')),
  'client-certificate-embedded': all({ on: 'kubeconfig without secret' }),
  'serving-rotation-missing': all(...kubelet('missing')),
  'server-rotation-gate-missing': until('1.11', manager('missing'), ...kubelet('missing')),
  'server-gate-alone': all(flag('kubelet', 'missing'), { on: 'field', is: 'written' }),
  'serving-approval-none': all(...kubelet('written')),
  'selfnodeserver-dead': all({ on: 'rbac' }),
  'serving-certificate-fixed': all(...kubelet('written')),
  'server-gate-contradiction': all(...kubelet('written')),
  'kubelet-anonymous-auth': all(...kubelet('written')),
  'kubelet-authorization-always-allow': all(...kubelet('written')),
  'kubelet-client-ca-missing': all(...kubelet('written')),
  'kubelet-read-only-port': all(...kubelet('written')),
  'apiserver-kubelet-ca-missing': all(server('missing')),
  'apiserver-kubelet-client-certificate-missing': all(server('missing')),
  'apiserver-authorization-mode': all(server('written')),
  'apiserver-node-restriction-missing': all(server('missing')),
  'apiserver-token-file': all(server('written')),
  'apiserver-insecure-port': until('1.19', server('written')),
  'controller-manager-root-ca-missing': all(manager('missing')),
  'controller-manager-service-account-key-missing': all(manager('missing')),
  'secret-in-clear': all({ on: 'kubeconfig' }, { on: 'token Secret' }, { on: 'kubeadm token' }, { on: 'token file' }),
};

/** Rules whose cause may stand in several files: what one says is wrong by what another says. */
export const acrossFiles: readonly string[] = [
  'bootstrap-kubeconfig-incomplete',
  'bootstrap-auth-disabled',
  'bootstrap-subject-unknown',
  'node-bootstrapper-unbound',
  'csr-approval-unbound',
  'signing-key-missing',
  'controller-manager-cannot-approve',
  'rotate-certificates-missing',
  'renewal-approval-unbound',
  'client-certificate-embedded',
  'server-rotation-gate-missing',
  'serving-certificate-fixed',
  'server-gate-contradiction',
  'kubelet-client-ca-missing',
  'apiserver-kubelet-ca-missing',
  'apiserver-kubelet-client-certificate-missing',
  'apiserver-authorization-mode',
  'apiserver-insecure-port',
  'controller-manager-service-account-key-missing',
];
