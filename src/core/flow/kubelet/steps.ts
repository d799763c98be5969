import type { FlowStepId } from '../flowStep';
import type { CertificateSigningRequest } from '../kubeApiserver/certificateSigningRequests';

/** Returns the flow steps at which a new certificate is stored and put to use. */
export function issuedSteps(request: CertificateSigningRequest, isFirst: boolean): { readonly store: FlowStepId } {
  if (request.purpose === 'serving') return { store: 'serving-certificate' };
  return { store: isFirst ? 'store-certificate' : 'switch-certificate' };
}
