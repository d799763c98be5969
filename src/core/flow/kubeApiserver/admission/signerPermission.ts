import type { Permission } from '../../../cluster/rbacAccess';
import type { Admission } from './admissionRequest';

/** Returns whether the user may approve or sign for a signer, by its name or by its domain with `*`. */
function isAuthorized({ user, authorize }: Admission, verb: 'approve' | 'sign', signerName: string): boolean {
  const domain = signerName.split('/')[0] ?? '';
  return [signerName, `${domain}/*`].some((name) => {
    const permission: Permission = { verb, apiGroup: 'certificates.k8s.io', resource: 'signers', name };
    return authorize(user, permission);
  });
}

/** Returns why a user may not decide on the stored request, or undefined when nothing is against it. */
function signerRefusal(admission: Admission, verb: 'approve' | 'sign', subresource: string): string | undefined {
  const { attributes, stored } = admission;
  if (attributes.resource !== `certificatesigningrequests/${subresource}` || stored?.signerName === undefined) {
    return undefined;
  }
  if (isAuthorized(admission, verb, stored.signerName)) return undefined;
  return `user not permitted to ${verb} requests with signerName ${JSON.stringify(stored.signerName)}`;
}

/** CertificateApproval: who approves needs `approve` on the signer (plugin/pkg/admission/certificates/approval). */
export function certificateApproval(admission: Admission): string | undefined {
  return signerRefusal(admission, 'approve', 'approval');
}

/** CertificateSigning: who stores a certificate needs `sign` on the signer (plugin/pkg/admission/certificates/signing). */
export function certificateSigning(admission: Admission): string | undefined {
  return signerRefusal(admission, 'sign', 'status');
}
