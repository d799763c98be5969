import type { FurtherKubelet, Operation, ScenarioRun } from '../../src/core/flow/scenarioRun';
import { PREPARED_START } from './preparedObjects';
import { existingNodes, FIRST, requestsByHand } from './requestsByHand';
import type { RecordedCertificate, RecordedEvent, RecordedSetup, Recording } from './recording';

/** Seconds after the last recorded event: what the recorder saw late has happened by then. */
const GRACE = 1;

/** Returns how to play a recording: what the operator did and when, how long, and the rotation deadlines that were drawn. */
export function setupToRun(recording: Recording): ScenarioRun {
  const { setup, events } = recording;
  return {
    id: recording.id,
    view: 'complete',
    until: (events.at(-1)?.t ?? 0) + GRACE,
    operations: operations(recording),
    requests: requestsByHand(recording),
    existingNodes: existingNodes(recording),
    machine: FIRST,
    furtherKubelets: furtherKubelets(recording),
    nodeAddress: '10.77.1.1',
    signingCaTrusted: isSigningCaTrusted(recording),
    rotationFractions: {
      client: drawnFractions(recording) ?? fractions(recording, 'kubernetes.io/kube-apiserver-client-kubelet'),
      serving: fractions(recording, 'kubernetes.io/kubelet-serving'),
    },
    firstRefused: firstRefused(recording),
    startsAt: PREPARED_START,
    ...startOf(recording.certificates),
    ...faultOf(setup),
    ...(setup.node !== undefined && { nodeName: setup.node }),
    ...(setup.existingKubeconfig && { existingKubeconfig: existing(setup.existingKubeconfig) }),
  };
}

/** The simulation's time from the start of a process to its first line. */
const START_UP = 0.4;

/** How long a start takes differs from run to run: a further kubelet starts so that its first line comes when it was recorded. */
function furtherKubelets({ events }: Recording): readonly FurtherKubelet[] {
  return events.flatMap(({ t, kind, details }) => {
    const machine = details?.instance;
    if (kind !== 'start' || typeof machine !== 'string') return [];
    const line = events.find((event) => event.kind === 'log' && event.details?.instance === machine);
    const flags = Array.isArray(details?.flags) ? (details.flags as readonly string[]) : [];
    const nodeAddress = lastValue(flags, '--node-ip=') ?? '10.77.1.2';
    return [{ machine, startsAfter: (line?.t ?? t + START_UP) - START_UP, nodeAddress }];
  });
}

function existing({
  style,
  notBefore_s: notBefore,
  notAfter_s: notAfter,
}: NonNullable<RecordedSetup['existingKubeconfig']>): NonNullable<ScenarioRun['existingKubeconfig']> {
  return { style: style.includes('embedded') ? 'embedded' : 'files', notBefore, notAfter };
}

/** `-` is the recorder's word for an API server that was not started. */
function faultOf({ apiserverCertificate }: RecordedSetup): Pick<ScenarioRun, 'apiServerFault'> {
  if (apiserverCertificate === undefined) return {};
  if (apiserverCertificate === '-') return { apiServerFault: 'down' };
  return { apiServerFault: apiserverCertificate.includes('twinca') ? 'renewed-ca' : 'other-ca' };
}

/** In the recordings two file names are two CAs. */
function isSigningCaTrusted({ setup }: Recording): boolean {
  const signing = lastValue(setup.controllerManagerFlags ?? [], '--cluster-signing-cert-file=');
  const trusted = lastValue(setup.apiserverFlags ?? [], '--client-ca-file=');
  return signing === undefined || signing === trusted;
}

function lastValue(flags: readonly string[], prefix: string): string | undefined {
  return flags.findLast((flag) => flag.startsWith(prefix))?.slice(prefix.length);
}

/** A request of the recorder that decides on another: it is sent as such. */
const APPROVAL = /^PUT \S+\/certificatesigningrequests\/([^/\s]+)\/approval$/;

/** Everything that was done to the kubelet or a request after its first start. */
function operations({ events, certificates }: Recording): readonly Operation[] {
  const requests = new Map<unknown, 'client' | 'serving'>();
  const found: Operation[] = [];
  const decidedByHand = new Set(events.map(({ details }) => APPROVAL.exec(String(details?.request))?.[1]));
  for (const event of events) {
    if (event.kind === 'csr-approve' && decidedByHand.has(String(event.details?.name))) continue;
    if (event.kind === 'csr-create') requests.set(event.details?.name, purposeOf(event));
    const operation = operationOf(event, requests.get(event.details?.name) ?? 'client', certificates);
    if (operation !== undefined) found.push(operation);
  }
  return found;
}

function operationOf(
  event: RecordedEvent,
  csr: 'client' | 'serving',
  certificates: readonly RecordedCertificate[],
): Operation | undefined {
  const { t, kind, details } = event;
  switch (kind) {
    case 'kcm-restart':
      return { t, type: 'give-signing-key' };
    case 'file-replace':
      return replacement(t, certificates);
    case 'stop':
      return { t, type: 'stop-kubelet' };
    case 'start':
      if (details?.run === undefined || details.run === 1) return undefined;
      return { t, type: 'start-kubelet', bootstrapKubeconfig: hasBootstrapFlag(details) };
    default:
      return decisionOf(event, csr);
  }
}

function decisionOf({ t, actor, kind, details }: RecordedEvent, csr: 'client' | 'serving'): Operation | undefined {
  const command = typeof details?.command === 'string' ? details.command : '';
  if (kind === 'csr-approve' && actor === 'admin') return { t, type: 'approve-csr', csr };
  if (kind === 'csr-deny') return { t, type: 'deny-csr', csr };
  if (kind === 'kubectl' && command.startsWith('kubectl delete csr')) return { t, type: 'delete-csr', csr: 'client' };
  return undefined;
}

function replacement(t: number, certificates: readonly RecordedCertificate[]): Operation | undefined {
  const made = certificates.find(({ path }) => path.endsWith('/kubelet-client-manual.pem'));
  if (made === undefined) return undefined;
  const { notBefore_s: notBefore, notAfter_s: notAfter } = made;
  return { t, type: 'replace-client-certificate', file: 'kubelet-client-manual.pem', notBefore, notAfter };
}

function hasBootstrapFlag(details: RecordedEvent['details']): boolean {
  const flags = Array.isArray(details?.flags) ? (details.flags as readonly unknown[]) : [];
  return flags.some((flag) => typeof flag === 'string' && /^--(?:experimental-)?bootstrap-kubeconfig=/.test(flag));
}

function purposeOf({ details }: RecordedEvent): 'client' | 'serving' {
  return details?.signerName === 'kubernetes.io/kubelet-serving' ? 'serving' : 'client';
}

/** The name of the self-signed certificate tells the second of the first start. */
function startOf(certificates: readonly RecordedCertificate[]): Pick<ScenarioRun, 'startsAt'> {
  const selfSigned = certificates.find(({ path }) => path.endsWith('/kubelet.crt'));
  const made = Number(selfSigned?.subject.CN.split('@')[1]);
  if (selfSigned === undefined || Number.isNaN(made)) return {};
  return { startsAt: (made - (selfSigned.notBefore_s + 3600)) * 1000 };
}

/** Whether a renewal of the lease or a status update came first after the end of a certificate. */
function firstRefused({ events }: Recording): 'lease' | 'status' {
  const first = events.find(({ message }) => /^(?:failed to update lease|Error updating node status)/.test(message));
  return first?.message.startsWith('Error') === true ? 'status' : 'lease';
}

const DEADLINE = /^Certificate expiration is (\S+ \S+) \+0000 UTC, rotation deadline is (\S+ \S+) \+0000 UTC$/;

/** A deadline that the kubelet drew, as its log tells. */
interface Drawn {
  /** Seconds of Unix time at which the certificate ends. */
  readonly end: number;
  readonly deadline: number;
  readonly isCut: boolean;
}

function drawnDeadlines({ events }: Recording): readonly Drawn[] {
  return events.flatMap(({ message, details }) => {
    const [line, expiration, deadline] = DEADLINE.exec(message) ?? [];
    if (line === undefined) return [];
    return [{ end: secondsOf(expiration), deadline: secondsOf(deadline), isCut: details?.occurrences !== undefined }];
  });
}

/** Every deadline that the kubelet drew for its client certificates; undefined when the log was cut. */
function drawnFractions(recording: Recording): readonly number[] | undefined {
  const client = recording.certificates.filter(({ path }) => path.includes('/kubelet-client-'));
  const drawn = drawnDeadlines(recording);
  const start = startOf(recording.certificates).startsAt;
  if (start === undefined || drawn.some(({ isCut }) => isCut)) return undefined;
  return drawn.flatMap((one) => {
    const own = client.find((certificate) => isOf(one, certificate, start / 1000));
    return own === undefined ? [] : [fractionAt(own, own.notAfter_s - (one.end - one.deadline))];
  });
}

/** The log tells whole seconds, and the start is known to about one. */
function isOf({ end }: Drawn, { notAfter_s: notAfter }: Validity, start: number): boolean {
  return Math.abs(notAfter - (end - start)) < 1.6;
}

type Validity = Pick<RecordedCertificate, 'notBefore_s' | 'notAfter_s'>;

function fractionAt({ notBefore_s: notBefore, notAfter_s: notAfter }: Validity, t: number): number {
  return (t - notBefore) / (notAfter - notBefore);
}

/** Unix time of `2026-11-23 18:58:10.123`. */
function secondsOf(time: string | undefined): number {
  return Date.parse(`${(time ?? '').replace(' ', 'T')}Z`) / 1000;
}

const RENEWAL = 'system:node:';

/**
 * Where in its life each certificate of a signer was renewed: by the last deadline that the log tells for it, or else by the
 * request that followed it.
 */
function fractions(recording: Recording, signer: string): readonly number[] {
  const own = recording.csrs.filter(({ signerName }) => signerName === signer);
  const drawn = drawnDeadlines(recording);
  const start = startOfFiles(recording);
  return own.flatMap(({ certificate }, index) => {
    const next = own[index + 1];
    if (certificate === undefined) return [];
    const last = start === undefined ? undefined : drawn.findLast((one) => isOf(one, certificate, start));
    if (last !== undefined) return [fractionAt(certificate, certificate.notAfter_s - (last.end - last.deadline))];
    return next?.username.startsWith(RENEWAL) === true ? [fractionAt(certificate, next.created_s)] : [];
  });
}

const STAMP = /-(\d{4}-\d\d-\d\d)-(\d\d)-(\d\d)-(\d\d)\.pem$/;

/** Unix time of the first start in seconds, to about one, by the name and the moment of a certificate's file. */
function startOfFiles({ events }: Recording): number | undefined {
  for (const { t, kind, details } of events) {
    const [, date, hour, minute, second] = STAMP.exec(String(details?.path)) ?? [];
    if (kind === 'file-write' && date !== undefined)
      return secondsOf(`${date} ${String(hour)}:${String(minute)}:${String(second)}`) - t;
  }
  return undefined;
}
