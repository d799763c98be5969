import type { Timeline, TimelineCertificate, TimelineCsr, TimelineEvent } from '../timeline';
import { flowMessage, type Holding, type Told } from './draftStep';
import { span } from './span';

/** What a step's words need to know about the whole story. */
export interface Telling {
  readonly timeline: Timeline;
  readonly request: (name: unknown) => TimelineCsr | undefined;
  readonly certificate: (file: string) => TimelineCertificate | undefined;
}

/** Steps about who asks, and whether they may. */
export function tellAccess(event: TimelineEvent): Told | undefined {
  const { phase, credential, allowed } = event.details;
  const username = textOf(event.details.username);
  if (phase === 'authenticate' && credential === 'bootstrap-token') {
    const held = { actor: 'kubelet', name: 'bootstrap token', value: flowMessage('held.token') } as const;
    return allowed === true
      ? {
          step: 'authenticate',
          from: 'kubelet',
          to: 'kube-apiserver',
          text: 'token-accepted',
          params: { username },
          sets: [held],
        }
      : {
          step: 'authenticate',
          from: 'kubelet',
          to: 'kube-apiserver',
          text: 'token-refused',
          result: 'fails',
          sets: [held],
        };
  }
  if (phase !== 'authorize') return undefined;
  if (allowed !== true) {
    const held: Holding = { actor: 'RBAC', name: 'create', value: flowMessage('held.refused', { username }) };
    return { ...authorize, text: 'create-refused', params: { username }, result: 'fails', sets: [held] };
  }
  if (username.startsWith('system:node:')) return undefined;
  const binding = event.evidence[0]?.setting ?? 'RBAC';
  const held: Holding = { actor: 'RBAC', name: 'create', value: flowMessage('held.allowed', { username }) };
  return { ...authorize, text: 'create-allowed', params: { username, binding }, sets: [held] };
}

const authorize = { step: 'authorize-create', from: 'kube-apiserver', to: 'RBAC' } as const;

/** Steps in the life of a CertificateSigningRequest. */
export function tellRequest(event: TimelineEvent, telling: Telling): Told | undefined {
  const request = telling.request(event.details.name);
  if (request === undefined) return undefined;
  const told = tellOf(event, request, isRenewal(request, telling));
  return told && (isRenewal(request, telling) ? { ...told, part: 'renewal' } : told);
}

function tellOf(event: TimelineEvent, request: TimelineCsr, renews: boolean): Told | undefined {
  switch (event.kind) {
    case 'csr-create':
      return tellCreated(event, request, renews);
    case 'csr-approve':
      return tellApproved(event, request);
    case 'csr-deny':
      return {
        ...ofApiServer(event),
        text: 'denied',
        params: { name: request.name },
        result: 'fails',
        sets: [condition(request, 'Denied')],
      };
    case 'csr-sign':
      return tellSigned(event, request);
    case 'log':
      return tellWaiting(event, request);
    default:
      return undefined;
  }
}

/** Returns what a request is for. */
export function purposeOf(request: TimelineCsr): 'serving CSR' | 'client CSR' {
  return request.usages.includes('server auth') ? 'serving CSR' : 'client CSR';
}

/** A request is a renewal when an earlier one of the same purpose brought a certificate. */
export function isRenewal(request: TimelineCsr, { timeline }: Telling): boolean {
  const earlier = timeline.csrs.find((other) => other.issued && purposeOf(other) === purposeOf(request));
  return earlier !== undefined && earlier.created < request.created;
}

/** A renewal this early, in seconds, is not a matter of the certificate's age. */
const AT_ONCE = 30;

function tellCreated(event: TimelineEvent, request: TimelineCsr, renews: boolean): Told {
  const isOwn = request.username.startsWith('system:node:');
  const serving = renews ? 'serving-renewal-csr' : 'serving-csr';
  const renewal = event.t < AT_ONCE ? 'renewal-at-once-csr' : 'renewal-csr';
  const client = isOwn ? renewal : 'create-csr';
  const text = purposeOf(request) === 'serving CSR' ? serving : client;
  return {
    step: event.step ?? 'create-csr',
    from: 'kubelet',
    to: 'kube-apiserver',
    text,
    params: { name: request.name, when: span(event.t) },
    sets: [condition(request, 'Pending')],
  };
}

function tellApproved(event: TimelineEvent, request: TimelineCsr): Told {
  const params = { name: request.name, username: request.username, binding: event.evidence[0]?.setting ?? 'RBAC' };
  const sets = [condition(request, 'Approved')];
  if (event.actor !== 'kube-controller-manager')
    return { ...ofApiServer(event), text: 'approved-by-hand', params, sets };
  const step = event.step ?? 'approve';
  const allowed = flowMessage('held.allowed', { username: request.username });
  const rbac: Holding = { actor: 'RBAC', name: permissionOf(request), value: allowed };
  return {
    step,
    from: 'kube-controller-manager',
    to: 'kube-apiserver',
    text: 'approved',
    params,
    sets: [...sets, rbac],
  };
}

function tellSigned(event: TimelineEvent, request: TimelineCsr): Told {
  const notBefore = Number(event.details.notBefore_s);
  const notAfter = Number(event.details.notAfter_s);
  return {
    step: event.step ?? 'sign',
    from: 'kube-controller-manager',
    to: 'kube-apiserver',
    text: 'signed',
    params: { name: request.name, life: span(notAfter - notBefore), end: span(notAfter) },
    sets: [condition(request, 'Approved,Issued')],
  };
}

function tellWaiting(event: TimelineEvent, request: TimelineCsr): Told | undefined {
  if (event.actor !== 'kube-controller-manager') return undefined;
  const isSigning = event.step === 'sign' || event.step === 'renewal-sign' || event.step === 'serving-certificate';
  return {
    step: event.step ?? 'approve',
    from: 'kube-controller-manager',
    to: isSigning ? 'kube-apiserver' : 'RBAC',
    text: isSigning ? 'not-signed' : 'not-approved',
    params: { name: request.name, username: request.username },
    result: 'waits',
    sets: isSigning ? [] : [refusedPermission(request)],
  };
}

function refusedPermission(request: TimelineCsr): Holding {
  const value = flowMessage('held.refused', { username: request.username });
  return { actor: 'RBAC', name: permissionOf(request), value };
}

function ofApiServer(event: TimelineEvent): Pick<Told, 'step' | 'from' | 'to'> {
  return { step: event.step ?? 'approve', from: 'kube-apiserver', to: 'kube-apiserver' };
}

/** What `kubectl get csr` would say about the request. */
function condition(request: TimelineCsr, state: 'Pending' | 'Approved' | 'Approved,Issued' | 'Denied'): Holding {
  return {
    actor: 'kube-apiserver',
    name: purposeOf(request),
    value: flowMessage('held.csr', { name: request.name, state }),
  };
}

/** The permission that csrapproving asks RBAC for. */
function permissionOf(request: TimelineCsr): string {
  if (purposeOf(request) === 'serving CSR') return 'selfnodeserver';
  return request.username.startsWith('system:node:') ? 'selfnodeclient' : 'nodeclient';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
