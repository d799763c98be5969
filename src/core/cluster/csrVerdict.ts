import type { CertificateSigningRequestDocument } from '../documents/certificateSigningRequest/certificateSigningRequestDocument';
import type { UnreadableReason } from '../documents/pkcs10/certificateRequest';
import { readRequest } from '../documents/pkcs10/readRequest';
import type { RoleBindingObject } from '../documents/rbacObject';
import type { Kubernetes } from '../kubernetes/kubernetes';
import { isAtLeast } from '../kubernetes/release';
import { KUBELET_CLIENT_SIGNER, KUBELET_SERVING_SIGNER } from '../kubernetes/signers';
import type { Cluster, InFile } from './cluster';
import { disabledController } from './controllersInView';
import { isApprovedByScript } from './csrApprovers';
import {
  approvesServing,
  clientApprovals,
  hasSigners,
  mismatchesOf,
  NODE_PREFIX,
  NODES,
  type Approval,
  type AskedCertificate,
  type Mismatch,
} from './csrRecognisers';
import { askedOf } from './csrsInView';
import { approvals, isSubjectOf, RbacAccess, type Grant } from './rbacAccess';
import { isRbacWhole } from './wholeRbac';

/** Who approves a CertificateSigningRequest of the files, or why nobody of Kubernetes does. */
export type CsrVerdict =
  /** A template decides, or no request stands there. */
  | { readonly type: 'hidden' }
  | { readonly type: 'unreadable'; readonly reason: UnreadableReason }
  /** A condition stands there already: nothing looks at the request again. */
  | { readonly type: 'decided'; readonly condition: Condition }
  /** Not for a node's certificate: whoever it is for approves it. */
  | { readonly type: 'elsewhere' }
  /** For a node's serving certificate, which nothing of this release approves (approve.server.removed). */
  | { readonly type: 'serving' }
  | { readonly type: 'not-recognised'; readonly as: Approval; readonly mismatches: readonly Mismatch[] }
  /** Up to 1.6: approved if the group flag names a group of whoever asks (approve.group). */
  | { readonly type: 'group-flag' }
  /** Nothing built in approves it, and a script that runs `kubectl certificate approve` does. */
  | { readonly type: 'script' }
  /** `--controllers` leaves csrapproving out. */
  | { readonly type: 'approver-off' }
  /** Recognised; whether whoever asks has the right is not in view. */
  | { readonly type: 'recognised'; readonly as: readonly Approval[] }
  | { readonly type: 'not-permitted'; readonly as: readonly Approval[]; readonly username: string }
  /** `binding` is undefined for system:masters, who may do everything. */
  | {
      readonly type: 'approved';
      readonly as: Approval;
      readonly binding: InFile<RoleBindingObject> | undefined;
    };

type Condition = 'Approved' | 'Denied' | 'Failed';

/** Verdicts after which a request waits until somebody from outside approves it. */
const WAITING: readonly CsrVerdict['type'][] = ['serving', 'not-recognised', 'approver-off', 'not-permitted'];

/** Returns what csrapproving of the target release makes of a CertificateSigningRequest, as far as the files tell. */
export function csrVerdict(
  csr: CertificateSigningRequestDocument,
  cluster: Cluster,
  kubernetes: Kubernetes,
): CsrVerdict {
  const condition = conditionOf(csr);
  if (condition) return { type: 'decided', condition };
  if (!csr.request || isHidden(csr)) return { type: 'hidden' };
  const read = readRequest(csr.request.value);
  if (read.state === 'unreadable') return { type: 'unreadable', reason: read.reason };
  const asked = askedOf(csr, read.request);
  const purpose = purposeOf(asked, cluster, kubernetes);
  if (purpose === 'other') return { type: 'elsewhere' };
  const verdict = judge(csr, asked, purpose, cluster, kubernetes);
  const waits = WAITING.includes(verdict.type);
  return waits && isApprovedByScript(cluster, csr.name?.value, purpose) ? { type: 'script' } : verdict;
}

function conditionOf({ conditions, certificate }: CertificateSigningRequestDocument): Condition | undefined {
  const types: readonly Condition[] = ['Denied', 'Failed', 'Approved'];
  const found = types.find((type) => conditions.some(({ conditionType }) => conditionType?.value === type));
  return found ?? (certificate ? 'Approved' : undefined);
}

function isHidden({ templated, request, signerName, usages }: CertificateSigningRequestDocument): boolean {
  return templated || [request, signerName, ...usages].some((field) => field?.templated === true);
}

function judge(
  csr: CertificateSigningRequestDocument,
  asked: AskedCertificate,
  purpose: 'client' | 'serving',
  cluster: Cluster,
  kubernetes: Kubernetes,
): CsrVerdict {
  const { release } = cluster.target;
  const gate = purpose === 'serving' ? servingGate(cluster) : true;
  if (gate === false) return { type: 'serving' };
  const tried: readonly Approval[] = purpose === 'serving' ? ['selfnodeserver'] : clientApprovals;
  const as = tried.filter((approval) => mismatchesOf(asked, approval, release).length === 0);
  const last = tried.at(-1) ?? 'nodeclient';
  if (as.length === 0) return { type: 'not-recognised', as: last, mismatches: mismatchesOf(asked, last, release) };
  if (!isAtLeast(release, '1.7')) return { type: 'group-flag' };
  if (isApproverOff(cluster)) return { type: 'approver-off' };
  return gate === undefined ? { type: 'recognised', as } : permitted(csr, as, cluster, kubernetes);
}

/** What a node's certificate is for; `other` for a request that is nobody's node, and for a signer that is not of Kubernetes. */
function purposeOf(
  { signerName, commonName, organizations, usages }: AskedCertificate,
  { target: { release } }: Cluster,
  kubernetes: Kubernetes,
): 'client' | 'serving' | 'other' {
  const signer = hasSigners(release) ? signerName : undefined;
  if (signer === KUBELET_CLIENT_SIGNER) return 'client';
  if (signer === KUBELET_SERVING_SIGNER) return 'serving';
  if (signer !== undefined && !kubernetes.signer(signer, release)) return 'other';
  if (!commonName.startsWith(NODE_PREFIX) && !organizations.includes(NODES)) return 'other';
  return usages.includes('server auth') && !usages.includes('client auth') ? 'serving' : 'client';
}

/** Whether serving requests are approved at all; undefined while the gate of kube-controller-manager is not in view. */
function servingGate({ target, controllerManager }: Cluster): boolean | undefined {
  if (!approvesServing(target.release)) return false;
  const gate = controllerManager?.gate('RotateKubeletServerCertificate');
  return gate?.state === 'unknown' ? undefined : gate?.value;
}

function isApproverOff({ controllerManagers, target }: Cluster): boolean {
  return controllerManagers.some((manager) => disabledController(manager, 'csrapproving', target.release));
}

/** One of the permissions is enough (approve.sar). */
function permitted(
  { username, groups }: CertificateSigningRequestDocument,
  as: readonly Approval[],
  cluster: Cluster,
  kubernetes: Kubernetes,
): CsrVerdict {
  if (!username || username.templated || groups.some(({ templated }) => templated)) return { type: 'recognised', as };
  const user = { username: username.value, groups: groups.map(({ value }) => value) };
  const [first] = as;
  if (first && user.groups.includes('system:masters')) return { type: 'approved', as: first, binding: undefined };
  const access = new RbacAccess(cluster.rbac, kubernetes, cluster.target.release);
  const grants = as.flatMap((approval) =>
    access.grants(approvals[approval], (subject) => isSubjectOf(subject, user)).map((one) => ({ approval, ...one })),
  );
  const given = grants.find(({ grant }) => grant === 'yes');
  if (given) return { type: 'approved', as: given.approval, binding: given.binding };
  const grant: Grant = grants.length > 0 || !isRbacWhole(cluster) ? 'unknown' : 'no';
  return grant === 'unknown' ? { type: 'recognised', as } : { type: 'not-permitted', as, username: username.value };
}
