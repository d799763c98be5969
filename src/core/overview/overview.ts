import type { Target } from '../cluster/cluster';
import type { CsrVerdict } from '../cluster/csrVerdict';
import type { SourceOrigin, UnknownReason } from '../cluster/setting';
import type { ComponentName } from '../documents/component';
import type { CsrApprovalDocument } from '../documents/csrApproval/csrApprovalDocument';
import type { Topic } from './shownSettings';

/** One setting of a component as it is in force. Every place is one in a file that a person opens. */
export interface SettingOverview {
  /** As people write it where it is set: `--rotate-certificates`, `rotateCertificates`; a gate by its name. */
  readonly name: string;
  readonly topic: Topic;
  readonly state: 'set' | 'absent' | 'unknown';
  /** The value in force; undefined when unknown, without a default, or not to be shown. */
  readonly value: string | undefined;
  /** The value may be a secret, so it is not told. */
  readonly isHidden: boolean;
  readonly place: SourceOrigin | undefined;
  /** Why it is unknown; empty otherwise. */
  readonly reasons: readonly UnknownReason[];
  /** Ids of the rules that say nothing because it is unknown. */
  readonly silent: readonly string[];
}

export interface ComponentOverview {
  readonly component: ComponentName;
  /** Where it begins: its command, or the top of the file it is known by. */
  readonly place: SourceOrigin;
  /** Path of the configuration file that a kubelet reads; undefined when none is in view. */
  readonly configuration: string | undefined;
  readonly settings: readonly SettingOverview[];
}

/** Something that stands beside the components: a binding, a token, a kubeconfig. It holds no secret. */
export interface BindingOverview {
  readonly name: string;
  readonly role: string;
  readonly subjects: readonly string[];
  readonly place: SourceOrigin;
}

export interface TokenOverview {
  /** The name of the user whom the token stands for. */
  readonly user: string;
  readonly groups: readonly string[];
  readonly place: SourceOrigin;
}

export interface KubeconfigOverview {
  readonly server: string | undefined;
  readonly credential: 'token' | 'certificate' | 'program' | 'password' | 'none' | 'unknown';
  readonly place: SourceOrigin;
}

/** A CertificateSigningRequest object: what it asks for, and who approves it. */
export interface RequestOverview {
  readonly name: string;
  /** The common name asked for, as it may be shown; empty when it cannot be read. */
  readonly subject: string;
  readonly verdict: CsrVerdict;
  readonly place: SourceOrigin;
}

/** A `kubectl certificate approve` of a script. */
export interface ApprovalOverview extends Pick<CsrApprovalDocument, 'requests' | 'runs'> {
  readonly place: SourceOrigin;
}

/** Files that contradict each other: nothing is joined from them. */
export interface Contradiction {
  readonly component: ComponentName;
  readonly setting: string;
  readonly paths: readonly string[];
}

/** What a folder's files mean together, as people ask for it. */
export interface Overview {
  readonly target: Target;
  readonly components: readonly ComponentOverview[];
  readonly bindings: readonly BindingOverview[];
  readonly tokens: readonly TokenOverview[];
  readonly kubeconfigs: readonly KubeconfigOverview[];
  readonly requests: readonly RequestOverview[];
  readonly approvals: readonly ApprovalOverview[];
  readonly contradictions: readonly Contradiction[];
}
