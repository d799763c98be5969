import { mayLeaveOutKeyEncipherment } from '../../cluster/csrRecognisers';
import type { Release } from '../../kubernetes/release';
import type { RequestDraft } from '../kubeApiserver/certificateSigningRequests';

/** The signers whose requests kube-controller-manager signs (pkg/controller/certificates/signer, 1.18 on). */
export const signers = {
  kubeletClient: 'kubernetes.io/kube-apiserver-client-kubelet',
  kubeletServing: 'kubernetes.io/kubelet-serving',
  client: 'kubernetes.io/kube-apiserver-client',
  legacy: 'kubernetes.io/legacy-unknown',
} as const;

/** Returns whether kube-controller-manager signs for a signer; before 1.18 requests name none, and it signs for all. */
export function isSigned(signerName: string | undefined): boolean {
  return signerName === undefined || Object.values<string>(signers).includes(signerName);
}

type Asked = Omit<RequestDraft, 'purpose' | 'key'>;

/**
 * Returns which rule of its signer a request breaks in a release, in the words of pkg/apis/certificates/helpers.go (recorded for
 * 1.20: the organization); undefined when it breaks none.
 */
export function brokenRule(asked: Asked, release: Release): string | undefined {
  switch (asked.signerName) {
    case signers.kubeletClient:
      return kubeletClientProblem(asked, release);
    case signers.kubeletServing:
      return kubeletServingProblem(asked, release);
    case signers.client:
      return clientProblem(asked);
    default:
      return undefined;
  }
}

const ORGANIZATION = 'subject organization is not system:nodes';

const COMMON_NAME = 'subject common name does not begin with system:node:';

function kubeletClientProblem(asked: Asked, release: Release): string | undefined {
  const { commonName, dnsNames, ipAddresses, usages } = asked;
  if (!isOfNodes(asked)) return ORGANIZATION;
  if (dnsNames.length > 0) return 'DNS subjectAltNames are not allowed';
  if (ipAddresses.length > 0) return 'IP subjectAltNames are not allowed';
  if (!isNodeName(commonName)) return COMMON_NAME;
  return usagesProblem(usages, 'client auth', release);
}

function kubeletServingProblem(asked: Asked, release: Release): string | undefined {
  const { commonName, dnsNames, ipAddresses, usages } = asked;
  if (!isOfNodes(asked)) return ORGANIZATION;
  if (dnsNames.length + ipAddresses.length === 0) return 'DNS or IP subjectAltName is required';
  return usagesProblem(usages, 'server auth', release) ?? (isNodeName(commonName) ? undefined : COMMON_NAME);
}

function clientProblem({ usages }: Asked): string | undefined {
  const optional = new Set(['digital signature', 'key encipherment', 'client auth']);
  const wrong = usages.find((usage) => !optional.has(usage));
  if (wrong !== undefined) return `invalid usage for client certificate: ${wrong}`;
  return usages.includes('client auth') ? undefined : 'missing required usage for client certificate: client auth';
}

function isOfNodes({ organizations }: Pick<Asked, 'organizations'>): boolean {
  return organizations.length === 1 && organizations[0] === 'system:nodes';
}

function isNodeName(commonName: string): boolean {
  return commonName.startsWith('system:node:');
}

/** Without key encipherment from 1.25 on (boot.usages). */
function usagesProblem(usages: readonly string[], purpose: string, release: Release): string | undefined {
  const allowed = ['digital signature', 'key encipherment', purpose];
  const required = mayLeaveOutKeyEncipherment(release) ? ['digital signature', purpose] : allowed;
  const asked = new Set(usages);
  const hasAll = required.every((usage) => asked.has(usage));
  if (hasAll && [...asked].every((usage) => allowed.includes(usage))) return undefined;
  return `usages did not match [${[...allowed].sort().join(' ')}]`;
}
