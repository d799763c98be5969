import type { FlowStepId } from '../flowStep';
import type { RefusedAnswer } from '../kubeApiserver/kubeApiserver';
import type { CertificateSigningRequest } from '../kubeApiserver/certificateSigningRequests';

/** Returns the flow steps at which a new certificate is stored and put to use. */
export function issuedSteps(request: CertificateSigningRequest, isFirst: boolean): { readonly store: FlowStepId } {
  if (request.purpose === 'serving') return { store: 'serving-certificate' };
  return { store: isFirst ? 'store-certificate' : 'switch-certificate' };
}

/** Returns the flow step at which a request that was not even created failed. */
export function refusedStep(status: RefusedAnswer['status']): FlowStepId {
  if (status === 'unreachable' || status === 404) return 'create-csr';
  return status === 401 ? 'authenticate' : 'authorize-create';
}
