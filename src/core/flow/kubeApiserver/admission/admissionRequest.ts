import type { Permission } from '../../../cluster/rbacAccess';
import type { RequestBody } from '../../scenarioRun';
import type { CertificateSigningRequest } from '../certificateSigningRequests';
import type { UserInfo } from '../identity';
import type { RequestAttributes } from '../requestAttributes';

/** What an admission plugin sees of a request that is allowed. */
export interface Admission {
  readonly user: UserInfo;
  readonly attributes: RequestAttributes;
  readonly body: RequestBody | undefined;
  /** The name in the path, or of the object to be created. */
  readonly objectName: string | undefined;
  /** The CertificateSigningRequest that is changed. */
  readonly stored: CertificateSigningRequest | undefined;
  readonly authorize: (user: UserInfo, permission: Permission) => boolean;
}
