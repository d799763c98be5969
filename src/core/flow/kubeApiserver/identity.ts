import type { ClientCertificate } from '../certificates';

/** Who makes a request, once the API server has established it. */
export interface UserInfo {
  readonly username: string;
  readonly groups: readonly string[];
}

/** What a client shows the API server. */
export type Credential =
  /** The token in this kubeconfig of the node. */
  | { readonly type: 'bootstrap-token'; readonly kubeconfig: string }
  | { readonly type: 'certificate'; readonly certificate: ClientCertificate }
  | { readonly type: 'none' };

export const AUTHENTICATED = 'system:authenticated';

export const ANONYMOUS: UserInfo = { username: 'system:anonymous', groups: ['system:unauthenticated'] };

/** Somebody who may do everything. */
export const MASTER: UserInfo = { username: 'kubernetes-admin', groups: ['system:masters', AUTHENTICATED] };

/** Returns whether no authorizer is asked: members of system:masters may do everything. */
export function isMaster({ groups }: UserInfo): boolean {
  return groups.includes('system:masters');
}
