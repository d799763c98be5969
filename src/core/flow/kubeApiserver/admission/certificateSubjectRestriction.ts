import { signers } from '../../kubeControllerManager/signerRules';
import type { Admission } from './admissionRequest';

/** Returns why a request may not be stored, or undefined: nobody gets system:masters by a certificate (recorded for 1.20). */
export function certificateSubjectRestriction({ attributes, body }: Admission): string | undefined {
  if (attributes.resource !== 'certificatesigningrequests' || attributes.verb !== 'create') return undefined;
  const { signerName, organizations = [] } = body?.csr ?? {};
  if (signerName !== signers.client || !organizations.includes('system:masters')) return undefined;
  return `use of ${signers.client} signer with system:masters group is not allowed`;
}
