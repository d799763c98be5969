import { approvalStep } from './kubeControllerManager/csrapproving';
import type { CertificateSigningRequest } from './kubeApiserver/certificateSigningRequests';
import type { KubeApiserver } from './kubeApiserver/kubeApiserver';
import type { Evidence } from './timeline';
import type { World } from './world';

/** Does what `kubectl certificate approve` does; nothing to a request that is gone or decided. */
export function kubectlApprove(
  { recorder, now }: World,
  { requests }: KubeApiserver,
  request: CertificateSigningRequest | undefined,
  evidence: readonly Evidence[] = [],
): void {
  if (request === undefined || request.deleted || request.condition !== undefined) return;
  const reason = 'KubectlApprove';
  const message = 'This CSR was approved by kubectl certificate approve.';
  const details = { name: request.name, reason };
  recorder.report({ actor: 'admin', kind: 'csr-approve', message, details, evidence, step: approvalStep(request) });
  requests.decide(request, { type: 'Approved', t: now, reason, message });
}
