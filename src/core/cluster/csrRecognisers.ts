import { isAtLeast, type Release } from '../kubernetes/release';
import { KUBELET_CLIENT_SIGNER, KUBELET_SERVING_SIGNER } from '../kubernetes/signers';
import type { approvals } from './rbacAccess';

/** As what csrapproving recognises a request: the subresource that its requester must be allowed to create. */
export type Approval = keyof typeof approvals;

/** What a CertificateSigningRequest asks for and who asks, in a file or in a play. */
export interface AskedCertificate {
  readonly commonName: string;
  readonly organizations: readonly string[];
  readonly dnsNames: readonly string[];
  readonly ipAddresses: readonly string[];
  readonly emailAddresses: readonly string[];
  readonly uris: readonly string[];
  readonly usages: readonly string[];
  /** Undefined when the object names none: v1beta1 fills it in from the rest (behaviour `boot.signer`). */
  readonly signerName: string | undefined;
  /** Undefined when nobody has told who asks: then it may be the node itself. */
  readonly username: string | undefined;
}

/** What keeps csrapproving from recognising a request as something. */
export type Mismatch =
  | 'signer'
  | 'organization'
  | 'common-name'
  /** A client certificate takes no subject alternative names. */
  | 'names'
  /** A serving certificate takes a DNS name and an IP address. */
  | 'no-names'
  | 'usages'
  /** The request is not of the node that it names. */
  | 'requester';

/** The one organization of a node's certificate. */
export const NODES = 'system:nodes';

const KEY_ENCIPHERMENT = 'key encipherment';

/** What the common name of a node begins with. */
export const NODE_PREFIX = 'system:node:';

/** Returns whether csrapproving of a release approves serving certificates, its gate given (approve.server, approve.server.removed). */
export function approvesServing(release: Release): boolean {
  return isAtLeast(release, '1.7') && !isAtLeast(release, '1.11');
}

/** Returns whether requests of a release name their signer (boot.signer). */
export function hasSigners(release: Release): boolean {
  return isAtLeast(release, '1.18');
}

/** Returns as what csrapproving of a release recognises client requests, in the order tried (approve.sar). */
export const clientApprovals: readonly Approval[] = ['selfnodeclient', 'nodeclient'];

/**
 * Returns what keeps a request from being recognised as something, the first thing to look at first; none when it is recognised
 * (approve.sar, approve.server; pkg/controller/certificates/approver/sarapprove.go). Up to 1.6 `nodeclient` stands for what
 * the group flag recognises (approve.group).
 */
export function mismatchesOf(asked: AskedCertificate, approval: Approval, release: Release): readonly Mismatch[] {
  const { commonName, organizations, username } = asked;
  const isServing = approval === 'selfnodeserver';
  const found: readonly (readonly [Mismatch, boolean])[] = [
    ['signer', hasSigners(release) && !isSignedBy(asked, isServing ? KUBELET_SERVING_SIGNER : KUBELET_CLIENT_SIGNER)],
    ['organization', organizations.length !== 1 || organizations[0] !== NODES],
    ['common-name', !commonName.startsWith(NODE_PREFIX)],
    ...namesFound(asked, isServing),
    ['usages', !hasUsages(asked, approval, release)],
    ['requester', approval !== 'nodeclient' && username !== undefined && username !== commonName],
  ];
  return found.flatMap(([mismatch, isThere]) => (isThere ? [mismatch] : []));
}

function isSignedBy({ signerName }: AskedCertificate, signer: string): boolean {
  return signerName === undefined || signerName === signer;
}

function namesFound(asked: AskedCertificate, isServing: boolean): readonly (readonly [Mismatch, boolean])[] {
  const { dnsNames, ipAddresses, emailAddresses, uris } = asked;
  if (isServing) return [['no-names', dnsNames.length === 0 || ipAddresses.length === 0]];
  return [['names', dnsNames.length + ipAddresses.length + emailAddresses.length + uris.length > 0]];
}

/** Exactly these, in any order. */
function hasUsages({ usages }: AskedCertificate, approval: Approval, release: Release): boolean {
  const isShort = mayLeaveOutKeyEncipherment(release) && !usages.includes(KEY_ENCIPHERMENT);
  const wanted = ['digital signature', ...(isShort ? [] : [KEY_ENCIPHERMENT]), authUsage(approval)];
  return new Set(usages).size === wanted.length && wanted.every((usage) => usages.includes(usage));
}

/** Returns the usage beside digital signature and key encipherment that a request must ask for. */
export function authUsage(approval: Approval): 'client auth' | 'server auth' {
  return approval === 'selfnodeserver' ? 'server auth' : 'client auth';
}

/** Returns whether requests of a release are recognised without key encipherment as well (boot.usages). */
export function mayLeaveOutKeyEncipherment(release: Release): boolean {
  return isAtLeast(release, '1.25');
}
