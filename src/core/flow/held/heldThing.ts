import type { AccessDecision, TimelineCertificate, TimelineCsr } from '../timeline';

/** Something an actor holds, as facts: what is said about it follows from them. */
export type HeldThing = HeldFile | HeldSymlink | HeldToken | HeldRequest | HeldCertificate | HeldDecision | HeldNode;

export const fileContents = ['bootstrap-kubeconfig', 'kubeconfig', 'pair', 'self-signed'] as const;

export interface HeldFile {
  readonly kind: 'file';
  readonly path: string;
  readonly contents: (typeof fileContents)[number];
  /** As `ls` counts it, such as `0600`; undefined where the simulation does not write the file. */
  readonly mode: string | undefined;
  /** Earlier files of the same certificate that still lie beside it. */
  readonly older: number;
}

export interface HeldSymlink {
  readonly kind: 'symlink';
  readonly path: string;
  readonly target: string;
}

/** A bootstrap token. The token itself is nowhere in a play. */
export interface HeldToken {
  readonly kind: 'token';
  /** Path of the bootstrap kubeconfig; undefined when no setting names one. */
  readonly file: string | undefined;
  /** Whom kube-apiserver takes its holder for; undefined when it refuses the token. */
  readonly user: { readonly username: string; readonly groups: readonly string[] } | undefined;
}

/** The decision about a request, as a condition of its status. `t` is seconds since the first start. */
export interface HeldCondition {
  readonly type: 'Approved' | 'Denied';
  readonly t: number;
  readonly reason: string;
  readonly message: string;
}

export interface HeldRequest extends Omit<TimelineCsr, 'condition' | 'origin' | 'machine' | 'unattended'> {
  readonly kind: 'request';
  /** Undefined while it is Pending. */
  readonly condition: HeldCondition | undefined;
}

export interface HeldCertificate extends TimelineCertificate {
  readonly kind: 'certificate';
  /** True from the step on that tells its end. */
  readonly expired: boolean;
}

export interface HeldDecision extends AccessDecision {
  readonly kind: 'decision';
}

export interface HeldNode {
  readonly kind: 'node';
  readonly name: string;
  readonly ready: 'True' | 'False' | 'Unknown';
}
