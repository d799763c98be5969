import type { Issuer } from '../certificates/contents';
import type { Permission } from '../cluster/rbacAccess';
import type { SourceOrigin, UnknownReason } from '../cluster/setting';
import type { PolicyRuleData } from '../kubernetes/data';
import type { Release } from '../kubernetes/release';
import type { Message } from '../messages/message';
import type { FlowStepId } from './flowStep';

/** Who does something; the vocabulary of the recordings. */
export type EventActor =
  'kubelet' | 'kube-apiserver' | 'kube-controller-manager' | 'filesystem' | 'admin' | 'approver' | 'time';

/** What happens; the vocabulary of the recordings. */
export type EventKind =
  | 'start'
  | 'exit'
  | 'stop'
  | 'log'
  | 'http-error'
  | 'tls-error'
  | 'rotate'
  | 'connections-closed'
  | 'csr-create'
  | 'csr-approve'
  | 'csr-deny'
  | 'csr-fail'
  | 'csr-sign'
  | 'csr-delete'
  | 'secret-delete'
  | 'file-write'
  | 'file-remove'
  | 'symlink'
  | 'node-register'
  | 'node-ready'
  | 'node-notready'
  | 'api-request'
  | 'tls-probe'
  | 'kubectl'
  | 'certificate-expired'
  | 'summary';

/** A setting that made an event happen, or kept it from happening. */
export interface Evidence {
  /** The setting's own name: a flag, a field, a binding, a gate. */
  readonly setting: string;
  readonly value: string | undefined;
  /** Where it is written, or for an absent one the place that lacks it; undefined when no file in view has to do with it. */
  readonly origin: SourceOrigin | undefined;
}

/** An object of RBAC by its name; without a place when no file in view holds it. */
export interface RbacPlace {
  readonly name: string;
  readonly origin: SourceOrigin | undefined;
}

/** What lets a user do something: a rule of RBAC, or an authorization mode that asks for none. */
export type AccessGrant =
  | {
      readonly type: 'rule';
      readonly binding: RbacPlace;
      /** Whom the binding names, such as `Group system:nodes`. */
      readonly subject: string;
      readonly role: RbacPlace;
      readonly rule: PolicyRuleData;
      readonly ruleOrigin: SourceOrigin | undefined;
    }
  | { readonly type: 'mode'; readonly mode: string; readonly origin: SourceOrigin | undefined };

/** What kube-apiserver was asked about a user, and why it answered so. */
export interface AccessDecision {
  readonly username: string;
  readonly groups: readonly string[];
  readonly permission: Permission;
  /** Undefined for a refusal. */
  readonly grant: AccessGrant | undefined;
  /** For a refusal, bindings that let others do it. */
  readonly others: readonly RbacPlace[];
}

export interface TimelineEvent {
  /** Seconds since the first start of the kubelet. */
  readonly t: number;
  readonly actor: EventActor;
  readonly kind: EventKind;
  /** The line as a user sees it, as recorded; empty where there is none. Tokens and keys never appear. */
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly evidence: readonly Evidence[];
  /** What an authorizer was asked for it; missing when nothing was. */
  readonly decisions?: readonly AccessDecision[];
  readonly step: FlowStepId | undefined;
  /** True when it rests on something that the files do not say. */
  readonly assumed: boolean;
  /** Present when the fact behind it is only likely for this release: neither read in its source nor recorded. */
  readonly likely?: true;
  /** Where it happens, when more than one kubelet is played; absent for what happens in the control plane. */
  readonly machine?: string;
}

/** Life of one certificate, in seconds since the first start. */
export interface TimelineCertificate {
  readonly purpose: 'client' | 'serving' | 'self-signed';
  readonly file: string;
  readonly subject: string;
  readonly organizations: readonly string[];
  readonly sans: readonly string[];
  readonly usages: readonly string[];
  readonly issuer: Issuer;
  /** Number of the private key: two certificates of one key have the same. */
  readonly key: number;
  readonly notBefore: number;
  readonly notAfter: number;
  /** When the kubelet asks for the next one; undefined when it never does. */
  readonly rotationAt: number | undefined;
}

export interface TimelineCsr {
  readonly name: string;
  readonly created: number;
  readonly username: string;
  readonly groups: readonly string[];
  /** Undefined before 1.18, when the field did not exist. */
  readonly signerName: string | undefined;
  readonly usages: readonly string[];
  /** The common name that is asked for. */
  readonly subject: string;
  readonly organizations: readonly string[];
  readonly sans: readonly string[];
  /** Number of the private key that the request is signed with. */
  readonly key: number;
  readonly condition: 'Pending' | 'Approved' | 'Denied' | 'Failed';
  readonly issued: boolean;
  /** Settings that keep every controller from deciding or signing it; empty when one has, or no setting does. */
  readonly unattended: readonly Evidence[];
  /** A kubelet of the play made it, somebody did by hand, or it was there before: the files say so. */
  readonly origin: 'kubelet' | 'hand' | 'view';
  /** The machine of that kubelet, when more than one is played. */
  readonly machine?: string;
}

export interface TimelineFile {
  readonly path: string;
  readonly type: 'file' | 'symlink';
  readonly target: string | undefined;
}

/** The node's Ready condition from `t` on. */
export interface NodeReadiness {
  readonly t: number;
  readonly ready: 'True' | 'False' | 'Unknown' | 'none';
}

/** How the story ends. */
export interface Outcome {
  readonly id:
    | 'ready-and-renewing'
    | 'ready-until-expiry'
    | 'not-ready-after-expiry'
    | 'exited'
    | 'stuck-pending'
    | 'never-issued'
    | 'unauthorized'
    | 'standalone'
    | 'unreachable'
    /** No kubelet is played. */
    | 'no-kubelet';
  /** When it was decided, in seconds since the first start. */
  readonly t: number;
  readonly message: string;
  readonly evidence: readonly Evidence[];
  /** When trouble comes next, in seconds; undefined when none is in sight. */
  readonly nextTrouble: number | undefined;
  /** What was taken for granted and may as well be otherwise, so that it would end well; empty for a good or a certain end. */
  readonly restsOn: readonly Assumption[];
}

/** What the simulation had to take for granted. */
export interface Assumption {
  readonly setting: string;
  readonly value: string;
  /** How to say it where `setting: value` would not do in every language. */
  readonly sentence?: Message;
  /** Why the files leave it open; empty where no single setting does. */
  readonly reasons: readonly UnknownReason[];
}

/** What became of one machine with a kubelet. */
export interface NodeStory {
  readonly certificates: readonly TimelineCertificate[];
  readonly files: readonly TimelineFile[];
  /** Ready condition of the Node object that its kubelet reports under. */
  readonly node: readonly NodeReadiness[];
  readonly outcome: Outcome;
}

/** A machine whose kubelet is played. */
export interface MachineName {
  readonly machine: string;
  readonly nodeName: string;
}

/** A machine beside the first. */
export interface FurtherMachine extends NodeStory, MachineName {}

/** What is said of one node is said of the first; the others, if any are played, follow in `further`. */
export interface Timeline extends NodeStory {
  readonly scenario: string;
  readonly release: Release;
  /** The first start of the kubelet, in milliseconds of Unix time. */
  readonly startsAt: number;
  readonly events: readonly TimelineEvent[];
  readonly csrs: readonly TimelineCsr[];
  /** All machines in their order, the first among them. */
  readonly machines: readonly MachineName[];
  readonly further: readonly FurtherMachine[];
  readonly assumptions: readonly Assumption[];
}
