/** Something that must be true of a cluster, asked of its play or of the rules. Never of its text. */
export type Condition =
  /** The node is Ready on that day after the first start. */
  | { readonly type: 'ready-on-day'; readonly day: number }
  /** The kubelet got its next client certificate with the one it had, not with a token. */
  | { readonly type: 'renewed' }
  /** The cluster CA has signed a certificate for port 10250. */
  | { readonly type: 'serving-certificate' }
  /** Every client certificate lives at least and at most so many days. */
  | { readonly type: 'client-certificates-live'; readonly atLeast?: number; readonly atMost?: number }
  /** The rule has nothing to say; a silencing comment does not count. */
  | { readonly type: 'quiet'; readonly rule: string };

/** No permission for everybody in place of the one that is missing. */
export const leastPrivilege: readonly Condition[] = [
  { type: 'quiet', rule: 'bootstrap-cluster-admin' },
  { type: 'quiet', rule: 'apiserver-authorization-mode' },
];
