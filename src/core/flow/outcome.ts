import type { CertificateSigningRequest } from './kubeApiserver/certificateSigningRequests';
import type { Outcome, TimelineCertificate, TimelineEvent } from './timeline';
import type { World } from './world';

/** Says how the story ended, from what happened in it. `exitCode` is undefined while the kubelet runs. */
export function outcomeOf(
  world: World,
  requests: readonly CertificateSigningRequest[],
  exitCode: number | undefined,
): Outcome {
  const { events } = world.recorder;
  const ready = world.readiness.at(-1)?.ready;
  if (exitCode !== undefined) return exited(events);
  if (ready === 'True') return readyOutcome(world, requests);
  if (ready === 'Unknown')
    return { id: 'not-ready-after-expiry', ...wordsOf(lastOf(events, 'node-notready')), nextTrouble: undefined };
  return neverReady(events, requests);
}

function exited(events: readonly TimelineEvent[]): Outcome {
  const lastWords = events.findLast(({ actor, details }) => actor === 'kubelet' && details.level === 'fatal');
  return { id: 'exited', ...wordsOf(lastWords ?? lastOf(events, 'exit')), nextTrouble: undefined };
}

function readyOutcome(world: World, requests: readonly CertificateSigningRequest[]): Outcome {
  const certificate = world.certificates.findLast(({ purpose }) => purpose === 'client');
  const ready = lastOf(world.recorder.events, 'node-ready');
  const renewal = requests.findLast(
    ({ purpose, user, commonName }) => purpose === 'client' && user.username === commonName,
  );
  const renews = isRenewed(certificate, renewal);
  if (renews) return { id: 'ready-and-renewing', ...wordsOf(ready), nextTrouble: undefined };
  return { id: 'ready-until-expiry', ...wordsOf(ready), nextTrouble: certificate?.notAfter };
}

/** Renewal works when the last attempt brought a certificate, or none was due yet. */
function isRenewed(
  certificate: TimelineCertificate | undefined,
  renewal: CertificateSigningRequest | undefined,
): boolean {
  return certificate?.rotationAt !== undefined && (renewal === undefined || renewal.certificate !== undefined);
}

function neverReady(events: readonly TimelineEvent[], requests: readonly CertificateSigningRequest[]): Outcome {
  const request = requests.findLast(({ purpose }) => purpose === 'client');
  if (request?.condition?.type === 'Approved' && request.certificate === undefined) {
    const skipped = events.findLast(({ step }) => step === 'sign');
    return { id: 'never-issued', ...wordsOf(skipped), nextTrouble: undefined };
  }
  if (request !== undefined && request.certificate === undefined) {
    const refusal = events.findLast(({ step }) => step === 'approve') ?? lastOf(events, 'csr-create');
    return { id: 'stuck-pending', ...wordsOf(refusal), nextTrouble: undefined };
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

function wordsOf(event: TimelineEvent | undefined): Pick<Outcome, 't' | 'message' | 'evidence'> {
  return { t: event?.t ?? 0, message: event?.message ?? '', evidence: event?.evidence ?? [] };
}
