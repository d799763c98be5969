import type { ClientCertificate } from '../certificates';

/** Who makes a request, once the API server has established it. */
export interface UserInfo {
  readonly username: string;
  readonly groups: readonly string[];
}

/** What a client shows the API server. */
export type Credential =
  | { readonly type: 'bootstrap-token' }
  | { readonly type: 'certificate'; readonly certificate: ClientCertificate }
  | { readonly type: 'none' };

export const AUTHENTICATED = 'system:authenticated';

export const ANONYMOUS: UserInfo = { username: 'system:anonymous', groups: ['system:unauthenticated'] };
