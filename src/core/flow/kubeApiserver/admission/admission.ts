import { isAtLeast, type Release } from '../../../kubernetes/release';
import type { Admission } from './admissionRequest';
import { certificateSubjectRestriction } from './certificateSubjectRestriction';
import { nodeRestriction } from './nodeRestriction';
import { certificateApproval, certificateSigning } from './signerPermission';

/** A refusal in the plugin's words. */
export interface Refused {
  readonly plugin: string;
  readonly why: string;
}

/** Returns the first refusal of the plugins that are on; undefined when all let it pass. Those of certificates are on from 1.18. */
export function admit(admission: Admission, release: Release, hasNodeRestriction: boolean): Refused | undefined {
  const plugins: Readonly<Record<string, (() => string | undefined) | false>> = {
    NodeRestriction: hasNodeRestriction && (() => nodeRestriction(admission, release)),
    CertificateApproval: isAtLeast(release, '1.18') && (() => certificateApproval(admission)),
    CertificateSigning: isAtLeast(release, '1.18') && (() => certificateSigning(admission)),
    CertificateSubjectRestriction: isAtLeast(release, '1.18') && (() => certificateSubjectRestriction(admission)),
  };
  for (const [plugin, check] of Object.entries(plugins)) {
    const why = check === false ? undefined : check();
    if (why !== undefined) return { plugin, why };
  }
  return undefined;
}
