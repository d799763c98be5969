import type { RequestBody, RequestByHand } from '../../src/core/flow/scenarioRun';
import type { RecordedEvent, Recording } from './recording';

/** The machine that the recorder gives no name. */
export const FIRST = 'first';

const NODE_CLIENT = {
  commonName: 'system:node:node-1',
  organizations: ['system:nodes'],
  signerName: 'kubernetes.io/kube-apiserver-client-kubelet',
  usages: ['digital signature', 'key encipherment', 'client auth'],
};

const NODE_SERVING = {
  ...NODE_CLIENT,
  signerName: 'kubernetes.io/kubelet-serving',
  usages: ['digital signature', 'key encipherment', 'server auth'],
};

const CLIENT_SIGNER = 'kubernetes.io/kube-apiserver-client';

/** What was sent, by the words in which the recorder describes it: it kept no bodies. */
const BODIES: Readonly<Record<string, RequestBody>> = {
  'patch a label on own Node': { labels: ['x'] },
  'patch a node-restriction.kubernetes.io label on own Node': { labels: ['node-restriction.kubernetes.io/x'] },
  'patch a node-role.kubernetes.io label on own Node': { labels: ['node-role.kubernetes.io/master'] },
  'patch own taints': { taints: true },
  'patch a label on another Node': { labels: ['x'] },
  'create another Node': { name: 'node-3' },
  "update another node's Lease": { name: 'node-2' },
  'create own client renewal CSR': { name: 'own', csr: NODE_CLIENT },
  'create client CSR in the name of another node': {
    name: 'other',
    csr: { ...NODE_CLIENT, commonName: 'system:node:node-2' },
  },
  'create serving CSR in the name of another node': {
    name: 'other-serving',
    csr: { ...NODE_SERVING, commonName: 'system:node:node-2', dnsNames: ['node-2'] },
  },
  'create CSR for O=system:masters, signer kube-apiserver-client': {
    name: 'masters',
    csr: { ...NODE_CLIENT, organizations: ['system:masters'], signerName: CLIENT_SIGNER },
  },
  'create kubelet client CSR with the wrong O': {
    name: 'wrong-o',
    csr: { ...NODE_CLIENT, organizations: ['system:bootstrappers'] },
  },
  'bootstrap user requests a client CSR for any node name': {
    name: 'any',
    csr: { ...NODE_CLIENT, commonName: 'system:node:any' },
  },
};

const APPROVAL: RequestBody = { approval: { type: 'Approved', reason: 'x', message: 'x' } };

/** Returns the requests that the recorder sent by hand; what it looked up on the way is asked as a member of system:masters. */
export function requestsByHand({ events, setup }: Recording): readonly RequestByHand[] {
  return events.flatMap((event) => {
    const { t, kind, details = {} } = event;
    if (kind === 'api-request' && typeof details.as === 'string') return sent(event, details);
    const path = lookedUp(event, setup.node);
    return path === undefined ? [] : [{ t, as: 'admin', method: 'GET', path }];
  });
}

/** The path of an object whose state the recorder wrote down; undefined for every other event. */
export function lookedUp({ kind, details }: Pick<RecordedEvent, 'kind' | 'details'>, node = ''): string | undefined {
  if (kind === 'csr-state') return `/apis/certificates.k8s.io/v1/certificatesigningrequests/${String(details?.name)}`;
  return kind === 'node-state' ? `/api/v1/nodes/${node}` : undefined;
}

function sent({ t }: RecordedEvent, details: Readonly<Record<string, unknown>>): readonly RequestByHand[] {
  const [method, path] = String(details.request).split(' ');
  if (path === undefined || !isMethod(method)) return [];
  const body = path.endsWith('/approval') ? APPROVAL : BODIES[String(details.description)];
  return [{ t, as: credentialOf(String(details.as)), method, path, ...(body && { body }) }];
}

function isMethod(word: string | undefined): word is RequestByHand['method'] {
  return ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(word ?? '');
}

function credentialOf(as: string): RequestByHand['as'] {
  if (as.startsWith('system:node:')) return 'node';
  if (as.startsWith('admin')) return 'admin';
  return as === '(none)' ? 'nobody' : 'bootstrap-token';
}

/** Nodes that must have been there, since they were read. */
export function existingNodes({ events, setup }: Recording): readonly string[] {
  const names = events.flatMap(({ details }) =>
    details?.status === 200 ? (/^GET \/api\/v1\/nodes\/([\w-]+)$/.exec(String(details.request))?.[1] ?? []) : [],
  );
  return [...new Set(names)].filter((name) => name !== setup.node);
}
