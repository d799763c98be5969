import type { FlowStepId } from '../flowStep';
import type { HeldToken } from '../held/heldThing';
import type { TimelineCsr, TimelineEvent } from '../timeline';
import type { Holding, Told } from './draftStep';
import { decided, requestIs } from './sets';
import { span } from './span';
import type { Telling } from './telling';

/** Steps about who asks, and whether they may. */
export function tellAccess(event: TimelineEvent): Told | undefined {
  const { phase, credential, allowed } = event.details;
  const username = textOf(event.details.username);
  if (phase === 'authenticate' && credential === 'bootstrap-token') {
    const held = heldToken(event);
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
  const sets = decided(event);
  if (allowed !== true) {
    return { text: 'create-refused', params: { username }, result: 'fails', sets, ...authorize };
  }
  if (username.startsWith('system:node:')) return undefined;
  const binding = event.evidence[0]?.setting ?? 'RBAC';
  return { text: 'create-allowed', params: { username, binding }, sets, ...authorize };
}

function heldToken({ details, evidence }: TimelineEvent): Holding {
  const user: HeldToken['user'] =
    details.allowed === true ? { username: textOf(details.username), groups: textsOf(details.groups) } : undefined;
  const file = evidence[0]?.value;
  return { actor: 'kubelet', name: 'bootstrap token', thing: { kind: 'token', file, user } };
}

const authorize = { step: 'authorize-create', from: 'kube-apiserver', to: 'RBAC' } as const;

/** Steps in the life of a CertificateSigningRequest. */
export function tellRequest(event: TimelineEvent, telling: Telling): Told | undefined {
  const request = telling.request(event.details.name);
  if (request === undefined) return undefined;
  const told = tellOf(event, request, telling);
  return told && (isRenewal(request, telling) ? { ...told, part: 'renewal' } : told);
}

function tellOf(event: TimelineEvent, request: TimelineCsr, telling: Telling): Told | undefined {
  switch (event.kind) {
    case 'csr-create':
      return tellCreated(event, request, telling);
    case 'csr-approve':
      return tellApproved(event, request, telling);
    case 'csr-deny':
      return {
        text: 'denied',
        params: { name: request.name },
        result: 'fails',
        sets: [requestIs(request, 'Decided', telling)],
        ...ofApiServer(event),
      };
    case 'csr-sign':
      return tellSigned(event, request, telling);
    case 'csr-fail':
      return { ...bySigner(event), text: 'signing-failed', params: { name: request.name }, result: 'fails' };
    case 'log':
      return event.step === undefined ? undefined : tellWaiting(event, request);
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
  const earlier = timeline.csrs.find(
    (other) =>
      other.issued &&
      other.origin === 'kubelet' &&
      other.machine === request.machine &&
      purposeOf(other) === purposeOf(request),
  );
  return earlier !== undefined && earlier.created < request.created;
}

/** A renewal this early, in seconds, is not a matter of the certificate's age. */
const AT_ONCE = 30;

function tellCreated(event: TimelineEvent, request: TimelineCsr, telling: Telling): Told {
  const renews = isRenewal(request, telling);
  if (request.origin === 'hand') return tellByHand(event, request, telling);
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
    sets: [requestIs(request, 'Pending', telling)],
  };
}

/** Somebody holds what lies in the node's files, and asks with it. */
function tellByHand({ step = 'create-csr' }: TimelineEvent, request: TimelineCsr, telling: Telling): Told {
  const { name, username, subject } = request;
  const params = { name, username, subject };
  return {
    step,
    from: 'files',
    to: 'kube-apiserver',
    text: 'csr-by-hand',
    params,
    sets: [requestIs(request, 'Pending', telling)],
  };
}

function tellApproved(event: TimelineEvent, request: TimelineCsr, telling: Telling): Told {
  const params = { name: request.name, username: request.username, binding: event.evidence[0]?.setting ?? 'RBAC' };
  const sets = [requestIs(request, 'Decided', telling), ...decided(event)];
  if (event.actor !== 'kube-controller-manager') {
    const text = event.evidence.length > 0 ? 'approved-by-script' : 'approved-by-hand';
    return { text, params, sets, ...ofApiServer(event) };
  }
  const step = event.step ?? 'approve';
  return {
    step,
    from: 'kube-controller-manager',
    to: 'kube-apiserver',
    text: 'approved',
    params,
    sets,
  };
}

function tellSigned(event: TimelineEvent, request: TimelineCsr, telling: Telling): Told {
  const notBefore = Number(event.details.notBefore_s);
  const notAfter = Number(event.details.notAfter_s);
  const hasEnded = notAfter <= event.t;
  const duration = event.evidence[0]?.value ?? '';
  return {
    ...bySigner(event),
    text: hasEnded ? 'signed-ended' : 'signed',
    params: { name: request.name, life: span(Math.max(notAfter - notBefore, 0)), end: span(notAfter), duration },
    sets: [requestIs(request, 'Issued', telling)],
    ...(hasEnded && { result: 'fails' as const }),
  };
}

function tellWaiting(event: TimelineEvent, request: TimelineCsr): Told | undefined {
  if (event.actor !== 'kube-controller-manager') return undefined;
  const signs = isSigning(event.step);
  const unsigned = event.details.phase === 'startup' ? 'not-signed' : 'nobody-signs';
  return {
    step: event.step ?? 'approve',
    from: 'kube-controller-manager',
    to: signs ? 'kube-apiserver' : 'RBAC',
    text: signs ? unsigned : 'not-approved',
    params: { name: request.name, username: request.username },
    result: 'waits',
    sets: decided(event),
  };
}

/** Returns whether a step is about signing a request, first or later. */
export function isSigning(step: FlowStepId | undefined): boolean {
  return step === 'sign' || step === 'renewal-sign' || step === 'serving-certificate';
}

function bySigner({ step = 'sign' }: TimelineEvent): Pick<Told, 'step' | 'from' | 'to'> {
  return { step, from: 'kube-controller-manager', to: 'kube-apiserver' };
}

function ofApiServer(event: TimelineEvent): Pick<Told, 'step' | 'from' | 'to'> {
  return { step: event.step ?? 'approve', from: 'kube-apiserver', to: 'kube-apiserver' };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
