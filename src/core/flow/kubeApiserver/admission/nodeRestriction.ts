import { isAtLeast, type Release } from '../../../kubernetes/release';
import { signers } from '../../kubeControllerManager/signerRules';
import { nodeNameOf } from '../nodeAuthorizer';
import type { Admission } from './admissionRequest';

const OTHER_LEASE = 'can only access node lease with the same name as the requesting node';

/**
 * Returns why a node may not write this, or undefined: NodeRestriction, where it is switched on (plugin/pkg/admission/noderestriction;
 * words recorded for 1.20). Everybody else may.
 */
export function nodeRestriction(admission: Admission, release: Release): string | undefined {
  const { user, attributes, body, objectName } = admission;
  const own = nodeNameOf(user);
  if (own === undefined || attributes.verb === 'get' || attributes.verb === 'list') return undefined;
  const { resource, apiGroup, verb, namespace } = attributes;
  switch (`${apiGroup}/${resource.split('/')[0] ?? ''}`) {
    case '/nodes':
      return refusedNode(admission, release, own);
    case 'coordination.k8s.io/leases':
      return refusedLease(namespace, objectName, own);
    case 'certificates.k8s.io/certificatesigningrequests':
      return verb === 'create' && isAtLeast(release, '1.31') ? otherSubject(body?.csr, own) : undefined;
    default:
      return undefined;
  }
}

function refusedNode({ attributes, body, objectName }: Admission, release: Release, own: string): string | undefined {
  if (objectName !== own) return `node ${quoted(own)} is not allowed to modify node ${quoted(objectName)}`;
  return attributes.verb === 'create' ? refusedLabels(body?.labels, release, own) : refusedChange(body, release, own);
}

function refusedLease(namespace: string | undefined, name: string | undefined, own: string): string | undefined {
  if (namespace !== 'kube-node-lease') return 'can only access leases in the "kube-node-lease" system namespace';
  return name === own ? undefined : OTHER_LEASE;
}

function refusedChange(body: Admission['body'], release: Release, own: string): string | undefined {
  if (body?.taints === true) return `node ${quoted(own)} is not allowed to modify taints`;
  const labels = forbiddenLabels(body?.labels ?? [], release);
  return labels.length === 0 ? undefined : `is not allowed to modify labels: ${labels.join(', ')}`;
}

function refusedLabels(labels: readonly string[] = [], release: Release, own: string): string | undefined {
  const forbidden = forbiddenLabels(labels, release);
  if (forbidden.length === 0) return undefined;
  return `node ${quoted(own)} is not allowed to set the following labels: ${forbidden.join(', ')}`;
}

/** From 1.31 on (approve.admission). */
function otherSubject(csr: NonNullable<Admission['body']>['csr'], own: string): string | undefined {
  const isKubelets = csr?.signerName === signers.kubeletClient || csr?.signerName === signers.kubeletServing;
  if (!isKubelets || csr.commonName === `system:node:${own}`) return undefined;
  return `can only create a node CSR with CN=system:node:${own}`;
}

const RESTRICTED = 'node-restriction.kubernetes.io';

/** Labels of Kubernetes that a kubelet may set on its node (k8s.io/kubelet/pkg/apis/well_known_labels.go). */
const OF_KUBELETS = new Set([
  'kubernetes.io/hostname',
  'kubernetes.io/arch',
  'kubernetes.io/os',
  'beta.kubernetes.io/arch',
  'beta.kubernetes.io/os',
  'beta.kubernetes.io/instance-type',
  'node.kubernetes.io/instance-type',
  'topology.kubernetes.io/region',
  'topology.kubernetes.io/zone',
  'failure-domain.beta.kubernetes.io/region',
  'failure-domain.beta.kubernetes.io/zone',
]);

function forbiddenLabels(labels: readonly string[], release: Release): readonly string[] {
  return labels
    .filter((label) => {
      const namespace = label.includes('/') ? (label.split('/')[0] ?? '') : '';
      if (isOrUnder(namespace, RESTRICTED)) return true;
      const isKubernetes = isOrUnder(namespace, 'kubernetes.io') || isOrUnder(namespace, 'k8s.io');
      return isAtLeast(release, '1.16') && isKubernetes && !isOfKubelets(label, namespace);
    })
    .sort();
}

function isOfKubelets(label: string, namespace: string): boolean {
  return (
    OF_KUBELETS.has(label) ||
    isOrUnder(namespace, 'kubelet.kubernetes.io') ||
    isOrUnder(namespace, 'node.kubernetes.io')
  );
}

function isOrUnder(namespace: string, domain: string): boolean {
  return namespace === domain || namespace.endsWith(`.${domain}`);
}

function quoted(name: string | undefined): string {
  return JSON.stringify(name ?? '');
}
