import type { CertificateSigningRequest } from './kubeApiserver/certificateSigningRequests';
import { assumptionsBehind } from './assumptionsBehind';
import type { Outcome, TimelineCertificate, TimelineEvent } from './timeline';
import type { NodeObject } from './kubeApiserver/nodeObject';
import type { NodeWorld } from './nodeWorld';

/** A request as young as this, in seconds, may still be answered: it decides nothing. */
const IN_PROGRESS = 60;

/** What is known of one machine at the end. `exitCode` is undefined while its kubelet runs. */
export interface EndOfStory {
  readonly world: NodeWorld;
  readonly node: NodeObject;
  readonly events: readonly TimelineEvent[];
  readonly exitCode: number | undefined;
}

/** Says how the story of a machine ended, from what happened in it and the requests of its kubelet. */
export function outcomeOf(story: EndOfStory, requests: readonly CertificateSigningRequest[]): Outcome {
  const end = endOf(story, requests);
  const { events, world } = story;
  return { ...end, restsOn: assumptionsBehind(end.id, { events, assumptions: world.recorder.assumptions }) };
}

/** How it ends when everything that was taken for granted is so. */
type End = Omit<Outcome, 'restsOn'>;

function endOf(story: EndOfStory, requests: readonly CertificateSigningRequest[]): End {
  const { events, node, exitCode } = story;
  if (exitCode !== undefined) return exited(events, requests);
  if (node.ready === 'True') return readyOutcome(story, requests);
  if (node.ready === 'Unknown') return notReady(events);
  return neverReady(events, requests);
}

/** A node that was Ready is lost by the end of its certificate, or because the API server is out of reach. */
function notReady(events: readonly TimelineEvent[]): End {
  const isCutOff = events.some(({ actor, step }) => actor === 'kubelet' && step === 'node-not-ready');
  const id = isCutOff ? 'unreachable' : 'not-ready-after-expiry';
  return { id, ...wordsOf(lastOf(events, 'node-notready')), nextTrouble: undefined };
}

/** A kubelet that gave up waiting is gone for the same reason as one that still waits. */
function exited(events: readonly TimelineEvent[], requests: readonly CertificateSigningRequest[]): End {
  const lastWords = events.findLast(({ actor, details }) => actor === 'kubelet' && details.level === 'fatal');
  const request = requests.findLast(({ purpose }) => purpose === 'client');
  const hasWaited = lastWords?.step === 'approve' && request !== undefined && !request.deleted;
  if (hasWaited && request.condition?.type !== 'Denied') return neverReady(events, requests);
  return { id: 'exited', ...wordsOf(lastWords ?? lastOf(events, 'exit')), nextTrouble: undefined };
}

function readyOutcome(story: EndOfStory, requests: readonly CertificateSigningRequest[]): End {
  const { world, events } = story;
  const certificate = certificateInUse(world);
  const ready = lastOf(events, 'node-ready');
  const renewal = requests.findLast(
    ({ purpose, user, commonName, created }) =>
      purpose === 'client' && user.username === commonName && created < world.now - IN_PROGRESS,
  );
  const { behaviour, serverTime } = world;
  const isUsed = behaviour.closesConnections && certificate !== undefined;
  if (isUsed && certificate.notAfter < serverTime - IN_PROGRESS) return unseen(certificate);
  const isOverdue = (certificate?.rotationAt ?? Infinity) < world.now - IN_PROGRESS;
  const renews = !isOverdue && isRenewed(certificate, renewal);
  if (renews && !behaviour.closesConnections) return untilRestart(story, ready);
  if (renews) return { id: 'ready-and-renewing', ...wordsOf(ready), nextTrouble: undefined };
  return { id: 'ready-until-expiry', ...wordsOf(ready), nextTrouble: certificate?.notAfter };
}

/** A story that ends because it is long enough may end while a new certificate is not in use yet. */
function certificateInUse({ certificates, recorder }: NodeWorld): TimelineCertificate | undefined {
  const client = certificates.filter(({ purpose }) => purpose === 'client');
  const planned = recorder.isFull ? client.findLast(({ rotationAt }) => rotationAt !== undefined) : undefined;
  return planned ?? client.at(-1);
}

/** Without a controller manager nobody says that the node is gone; its last status stays. */
function unseen({ notAfter }: TimelineCertificate): End {
  return { id: 'not-ready-after-expiry', t: notAfter, message: '', evidence: [], nextTrouble: undefined };
}

/** A kubelet that keeps its connections uses the certificate it had when it was started last (rot.17). */
function untilRestart({ world, events }: EndOfStory, ready: TimelineEvent | undefined): End {
  const start = lastOf(events, 'start')?.t ?? 0;
  const client = world.certificates.filter(({ purpose }) => purpose === 'client');
  const inUse = client.findLast(({ notBefore }) => notBefore <= start) ?? client[0];
  return { id: 'ready-until-expiry', ...wordsOf(ready), nextTrouble: inUse?.notAfter };
}

/** Renewal works when the last attempt brought a certificate, or none was due yet. */
function isRenewed(
  certificate: TimelineCertificate | undefined,
  renewal: CertificateSigningRequest | undefined,
): boolean {
  return certificate?.rotationAt !== undefined && (renewal === undefined || renewal.certificate !== undefined);
}

function neverReady(events: readonly TimelineEvent[], requests: readonly CertificateSigningRequest[]): End {
  const request = requests.findLast(({ purpose }) => purpose === 'client');
  const isApproved = request?.conditions.some(({ type }) => type === 'Approved') === true;
  if (isApproved && request.certificate === undefined) {
    const skipped = events.findLast(({ step }) => step === 'sign');
    return { id: 'never-issued', ...becauseOf(skipped, request), nextTrouble: undefined };
  }
  if (request !== undefined && request.certificate === undefined) {
    const refusal = events.findLast(({ step }) => step === 'approve') ?? lastOf(events, 'csr-create');
    return { id: 'stuck-pending', ...becauseOf(refusal, request), nextTrouble: undefined };
  }
  const standalone = events.findLast(({ kind, step }) => kind === 'log' && step === 'register-node');
  if (standalone !== undefined) return { id: 'standalone', ...wordsOf(standalone), nextTrouble: undefined };
  const broken = events.findLast(({ kind, step }) => step === 'create-csr' && (kind === 'tls-error' || kind === 'log'));
  if (broken !== undefined) return { id: 'unreachable', ...wordsOf(broken), nextTrouble: undefined };
  return { id: 'unauthorized', ...wordsOf(lastOf(events, 'http-error')), nextTrouble: undefined };
}

function lastOf(events: readonly TimelineEvent[], kind: TimelineEvent['kind']): TimelineEvent | undefined {
  return events.findLast((event) => event.kind === kind);
}

/** A controller that does not run, or does not know the request, says nothing. */
function becauseOf(
  event: TimelineEvent | undefined,
  { unattended }: CertificateSigningRequest,
): Pick<Outcome, 't' | 'message' | 'evidence'> {
  const words = wordsOf(event);
  return unattended.length === 0 ? words : { ...words, evidence: unattended };
}

function wordsOf(event: TimelineEvent | undefined): Pick<Outcome, 't' | 'message' | 'evidence'> {
  return { t: event?.t ?? 0, message: event?.message ?? '', evidence: event?.evidence ?? [] };
}
