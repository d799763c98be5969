import type { Cluster } from '../cluster/cluster';
import { mayLeaveOutKeyEncipherment, authUsage } from '../cluster/csrRecognisers';
import { csrVerdict, type CsrVerdict } from '../cluster/csrVerdict';
import type { CertificateSigningRequestDocument } from '../documents/certificateSigningRequest/certificateSigningRequestDocument';
import type { CertificateRequest, ReadRequest } from '../documents/pkcs10/certificateRequest';
import { readRequest } from '../documents/pkcs10/readRequest';
import { shownName } from '../documents/pkcs10/shownName';
import type { FlowStepId } from '../flow/flowStep';
import type { Kubernetes } from '../kubernetes/kubernetes';
import type { Release } from '../kubernetes/release';
import type { Message } from '../messages/message';
import type { Explanation, ExplanationPart } from './explanation';
import { partIf, text } from './message';
import type { Term } from './termAt';

type Csr = CertificateSigningRequestDocument;

/** Nobody reads longer lists. */
const MOST = 20;

/** Returns what a request asks for, field by field, and who approves it or why nobody does; undefined where a template decides. */
export function explainRequest(
  { csr, range }: Term & { type: 'request' },
  cluster: Cluster,
  kubernetes: Kubernetes,
): Explanation | undefined {
  if (!csr.request || csr.request.templated) return undefined;
  const verdict = csrVerdict(csr, cluster, kubernetes);
  const { release } = cluster.target;
  const read = readRequest(csr.request.value);
  return {
    range,
    title: text('explain.request', { name: shownName(csr.name?.value ?? csr.apiVersion) }),
    purpose: undefined,
    state: read.state === 'read' ? stateOf(verdict, release) : text(`explain.request.unreadable.${read.reason}`),
    life: [],
    parts: [...reasonsOf(verdict, release), ...fieldsOf(csr, read)],
    rule: read.state === 'read' ? 'csr-not-recognised' : 'csr-request-undecodable',
    step: stepOf(verdict),
  };
}

function stateOf(verdict: CsrVerdict, release: Release): Message {
  switch (verdict.type) {
    case 'decided':
      return text(`explain.request.decided.${verdict.condition}`);
    case 'unreadable':
      return text(`explain.request.unreadable.${verdict.reason}`);
    case 'approved':
      return text('explain.request.approved', { release, as: verdict.as });
    case 'recognised':
    case 'not-permitted':
      return text(`explain.request.${verdict.type}`, { release, as: verdict.as.join(', ') });
    default:
      return text(`explain.request.${verdict.type}`, { release });
  }
}

function reasonsOf(verdict: CsrVerdict, release: Release): readonly ExplanationPart[] {
  if (verdict.type === 'approved' && verdict.binding) {
    const { path, value } = verdict.binding;
    return [{ message: text('explain.request.binding'), place: { path, range: value.name.range } }];
  }
  if (verdict.type !== 'not-recognised') return [];
  const auth = authUsage(verdict.as);
  return verdict.mismatches.map((mismatch) => {
    const isShort = mismatch === 'usages' && mayLeaveOutKeyEncipherment(release);
    return { message: text(`explain.request.wants.${isShort ? 'shortUsages' : mismatch}`, { auth }) };
  });
}

function fieldsOf(csr: Csr, read: ReadRequest): readonly ExplanationPart[] {
  const { signerName, usages, username, groups } = csr;
  const list = (values: readonly { readonly value: string }[]): string => shownList(values.map(({ value }) => value));
  return [
    ...(read.state === 'read' ? contentsOf(read.request) : []),
    ...partIf('explain.request.signer', 'value', signerName && shownName(signerName.value)),
    ...partIf('explain.request.usages', 'value', list(usages)),
    ...partIf('explain.request.requester', 'value', username && shownName(username.value)),
    ...partIf('explain.request.groups', 'value', list(groups)),
    ...(read.state === 'read' && read.follows !== 'nothing'
      ? [{ message: text(`explain.request.follows.${read.follows}`) }]
      : []),
  ];
}

function contentsOf(request: CertificateRequest): readonly ExplanationPart[] {
  const { commonName, organizations, dnsNames, ipAddresses, emailAddresses, uris, otherNames, key } = request;
  return [
    ...partIf('explain.request.commonName', 'value', shownName(commonName)),
    ...partIf('explain.request.organizations', 'value', shownList(organizations)),
    ...partIf('explain.request.dnsNames', 'value', shownList(dnsNames)),
    ...partIf('explain.request.ipAddresses', 'value', shownList(ipAddresses)),
    ...partIf('explain.request.emailAddresses', 'value', shownList(emailAddresses)),
    ...partIf('explain.request.uris', 'value', shownList(uris)),
    ...partIf('explain.request.otherNames', 'value', otherNames > 0 ? String(otherNames) : undefined),
    ...partIf('explain.request.key', 'value', key),
  ];
}

function shownList(names: readonly string[]): string {
  return [...names.slice(0, MOST).map(shownName), ...(names.length > MOST ? ['…'] : [])].join(', ');
}

function stepOf(verdict: CsrVerdict): FlowStepId {
  if (verdict.type === 'serving') return 'serving-approve';
  return verdict.type === 'unreadable' ? 'create-csr' : 'approve';
}
