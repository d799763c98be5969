import type { Timeline, TimelineEvent } from '../../src/core/flow/timeline';
import type { RecordedEvent, Recording } from './recording';
import { FIRST, lookedUp } from './requestsByHand';

/**
 * Brings a recording and a simulation into one form, so that they can be compared. What is left out is noise of parts that are
 * not simulated, or the recorder's own; docs are in README.md beside this file.
 */
export interface NormalEvent {
  readonly t: number;
  /** Events of one track are in order; tracks run beside one another, because files and the API were polled. */
  readonly track: 'kubelet' | 'requests' | 'files' | 'node' | 'cleaners' | 'asked';
  readonly text: string;
  /** The object that a cleaner's line is about: its lists are in no order. */
  readonly object?: string;
  /** True when the recording cut repeats before this line, so that its time is not that of the first one. */
  readonly isCut: boolean;
}

type AnyEvent = RecordedEvent | TimelineEvent;

/** Lines that the simulation is to tell with exactly these words; `…` stands for what differs from run to run. */
const TOLD: readonly RegExp[] = [
  /^Using bootstrap kubeconfig to generate/,
  /^No valid private key and\/or certificate found/,
  /^Loading cert\/key pair from/,
  /^Client rotation is on, will bootstrap in background/,
  /^Use the bootstrap credentials to request a cert/,
  /^No bootstrapping requested, will use kubeconfig/,
  /^Current kubeconfig file contents are still valid/,
  /^Kubeconfig \S+ exists/,
  /^part of the existing bootstrap client certificate/,
  /^Starting client certificate rotation/,
  /^Certificate rotation is enabled/,
  /^Rotating certificates/,
  /^Waiting for client certificate to be issued/,
  /^csr for this node/,
  /^certificate signing request /,
  /^certificate request was not signed/,
  /^failed to run Kubelet/,
  /^Failed to connect to apiserver/,
  /^Error waiting for apiserver to come up/,
  /^Failed while requesting a signed certificate/,
  /^Reached backoff limit/,
  /^It has been 5m0s/,
  /^The currently active client certificate/,
  /^Unable to register node/,
  /^Node \S+ was previously registered/,
  /^Successfully registered node/,
  /^Error updating node status.*Unauthorized$/,
  /^failed to update lease, error: (?:Unauthorized$|Operation cannot be fulfilled)/,
];

/** Returns what both sides must agree on, in order. */
export function normalise(events: readonly AnyEvent[]): readonly NormalEvent[] {
  const names = new RequestNames();
  const seen = new Set<string>();
  const runs = new Map<string, number>();
  return inOrderOfCause(withoutMoments(withDates(ofOwnNode(events)))).flatMap((event) => {
    const machine = machineOf(event);
    if (event.kind === 'start') runs.set(machine, (runs.get(machine) ?? 0) + 1);
    const normal = onMachine(machine, normalEvent(event, names));
    if (normal === undefined) return [];
    const once = `${String(runs.get(machine))} ${normal.text}`;
    if (isRepeatable(event) && seen.has(once)) return [];
    seen.add(once);
    return [{ ...normal, isCut: event.details?.occurrences !== undefined || isUndated(event, events) }];
  });
}

/** Of requests in the name of another node the recorder kept no events, only what it looked up. */
function ofOwnNode(events: readonly AnyEvent[]): readonly AnyEvent[] {
  const created = events.filter(({ kind }) => kind === 'csr-create');
  const own = commonNameOf(created[0]);
  const others = new Set(created.filter((event) => commonNameOf(event) !== own).map(({ details }) => details?.name));
  return events.filter((event) => event.kind === 'csr-state' || !others.has(event.details?.name));
}

function commonNameOf(event: AnyEvent | undefined): unknown {
  return (event?.details?.subject as { readonly CN?: string } | undefined)?.CN;
}

/** Both name a further machine; the recorder gives the first no name. */
function machineOf(event: AnyEvent): string {
  const machine = 'machine' in event ? event.machine : event.details?.instance;
  return typeof machine === 'string' && machine !== FIRST ? machine : '';
}

/** Files of a further machine were not recorded. */
function onMachine(machine: string, draft: Draft | undefined): Draft | undefined {
  if (machine === '' || draft === undefined || draft.track === 'requests') return draft;
  return draft.track === 'files' ? undefined : { ...draft, text: `${machine}: ${draft.text}` };
}

const DELETED_SECRET = /^Deleting expired secret kube-system\/(\S+)$/;

/** The recorder kept tokencleaner's lines without their times; when a Secret went, its deletion tells, if that was seen. */
function withDates(events: readonly AnyEvent[]): readonly AnyEvent[] {
  return events.map((event) => {
    const deletion = deletionOf(event, events);
    return deletion === undefined ? event : { ...event, t: deletion.t };
  });
}

function isUndated(event: AnyEvent, events: readonly AnyEvent[]): boolean {
  return DELETED_SECRET.test(event.message) && deletionOf(event, events) === undefined;
}

function deletionOf({ message }: AnyEvent, events: readonly AnyEvent[]): AnyEvent | undefined {
  const name = DELETED_SECRET.exec(message)?.[1];
  return events.find(({ kind, details }) => kind === 'secret-delete' && details?.name === name);
}

/** Seconds within which a poll ten times a second may or may not see a file. */
const MOMENT = 0.3;

/**
 * Leaves out what a poll can miss: a file that is written and removed within a moment, and the gap in which a symlink is
 * made anew.
 */
function withoutMoments(events: readonly AnyEvent[]): readonly AnyEvent[] {
  const gone = new Set<AnyEvent>();
  for (const event of events.filter(({ kind }) => kind === 'file-remove')) {
    const near = events.filter((other) => pathOf(other) === pathOf(event) && Math.abs(other.t - event.t) <= MOMENT);
    const written = near.find(({ kind }) => kind === 'file-write');
    if (written !== undefined) gone.add(written).add(event);
    if (near.some(({ kind }) => kind === 'symlink')) gone.add(event);
  }
  return events.filter((event) => !gone.has(event));
}

/** Of two objects with one name the second is created after the first was deleted, whatever the poll saw. */
function inOrderOfCause(events: readonly AnyEvent[]): readonly AnyEvent[] {
  const ordered: AnyEvent[] = [];
  const living = new Set<unknown>();
  const early = new Map<unknown, AnyEvent>();
  for (const event of events) {
    const name = event.details?.name;
    if (event.kind === 'csr-create' && living.has(name)) {
      early.set(name, event);
      continue;
    }
    if (event.kind === 'csr-create') living.add(name);
    ordered.push(event);
    if (event.kind !== 'csr-delete') continue;
    const waiting = early.get(name);
    if (waiting === undefined) living.delete(name);
    else ordered.push({ ...waiting, t: Math.max(waiting.t, event.t) });
  }
  return ordered;
}

function pathOf({ details }: AnyEvent): unknown {
  return details?.path;
}

/** Of equal lines of one run of the kubelet only the first counts: the recordings cut repeats, and so does the simulation. */
function isRepeatable({ kind }: AnyEvent): boolean {
  return ['log', 'http-error', 'tls-error', 'rotate', 'connections-closed'].includes(kind);
}

type Draft = Omit<NormalEvent, 'isCut'>;

function normalEvent(event: AnyEvent, names: RequestNames): Draft | undefined {
  return (
    processEvent(event) ??
    requestEvent(event, names) ??
    nodeEvent(event) ??
    fileEvent(event) ??
    askedByHand(event) ??
    line(event, names)
  );
}

function processEvent({ t, kind, details }: AnyEvent): Draft | undefined {
  if (kind === 'exit') return { t, track: 'kubelet', text: `exit ${String(details?.exitCode)}` };
  return kind === 'start' || kind === 'stop' ? { t, track: 'kubelet', text: kind } : undefined;
}

function requestEvent({ t, kind, actor, message, details = {} }: AnyEvent, names: RequestNames): Draft | undefined {
  const told = (what: (name: string) => string): Draft => ({
    t,
    track: 'requests',
    text: what(names.shortOf(details.name)),
  });
  switch (kind) {
    case 'csr-create':
      return told((name) => `create ${name}: ${requestText(details)}`);
    case 'csr-approve':
    case 'csr-deny':
    case 'csr-fail':
      return told((name) => `${kind} ${name} by ${actor}: ${String(details.reason)} ${message}`);
    case 'csr-sign':
      return told((name) => `sign ${name} for ${String(lifeOf(details))} s`);
    case 'csr-delete':
      return told((name) => `delete ${name}`);
    default:
      return undefined;
  }
}

function nodeEvent(event: AnyEvent): Draft | undefined {
  const { t, kind, details } = event;
  if (kind === 'node-register') return { t, track: 'node', text: `register ${String(details?.node)}` };
  if (kind !== 'node-ready' && kind !== 'node-notready') return undefined;
  return { t, track: 'node', text: `${String(details?.status)} ${nodeText(event)}` };
}

/** Requests sent by hand with their answers, and what the recorder looked up itself, which is told as the GET that it was. */
function askedByHand({ t, actor, kind, message, details = {} }: AnyEvent): Draft | undefined {
  const looked = lookedUp({ kind, details }, OWN_NODE);
  if (looked !== undefined) return found(t, `GET ${looked}`, Number(details.status ?? 200), details);
  if (kind !== 'api-request' || actor !== 'admin') return undefined;
  const { as, request, status, object } = details;
  if (String(as).startsWith('admin') && String(request).startsWith('GET ')) {
    const asked = String(request).replace(/\/nodes\/[^/]+$/, `/nodes/${OWN_NODE}`);
    return found(t, asked, Number(status), object ?? {});
  }
  const words = message === '(ok)' ? '' : message;
  return { t, track: 'asked', text: `${String(request)} as ${String(as)}: ${String(status)} ${words}` };
}

const OWN_NODE = 'NODE';

function found(t: number, request: string, status: number, object: object): Draft {
  const { conditions, issued, addresses } = object as Readonly<Record<string, unknown>>;
  const state = JSON.stringify({ conditions, issued, addresses });
  return { t, track: 'asked', text: `${request}: ${String(status)} ${state}` };
}

/** The reason of the first NotReady differs with how long the node took to come up, which the recordings show as noise. */
function nodeText({ message, details }: AnyEvent): string {
  return details?.status === 'False' ? String(details.reason) : message;
}

function requestText(details: Readonly<Record<string, unknown>>): string {
  const { signerName, usages, username, groups, subject, sans } = details;
  return JSON.stringify({ signerName, usages, username, groups, subject, sans });
}

function lifeOf({ notBefore_s: notBefore, notAfter_s: notAfter }: Readonly<Record<string, unknown>>): number {
  return Math.round(Number(notAfter) - Number(notBefore));
}

/** Files that the operator put on the node before the first start. */
const BY_OPERATOR = /\/(?:node|serving)\.(?:crt|key)$/;

function fileEvent({ t, kind, details }: AnyEvent): Draft | undefined {
  if (kind !== 'file-write' && kind !== 'file-remove' && kind !== 'symlink') return undefined;
  if (BY_OPERATOR.test(String(details?.path))) return undefined;
  const path = maskFile(String(details?.path));
  if (kind === 'symlink') return { t, track: 'files', text: `link ${path} -> ${maskFile(String(details?.target))}` };
  if (kind === 'file-remove') return { t, track: 'files', text: `remove ${path}` };
  return { t, track: 'files', text: `write ${path} ${String(details?.mode)}` };
}

const CLEANING = /^(?:Cleaning CSR |Error while attempting to clean CSR |Deleting expired secret )(\S+)/;

function line(event: AnyEvent, names: RequestNames): Draft | undefined {
  const { t, actor, kind, message } = event;
  if (actor === 'kube-controller-manager' && /^Sync \S+ failed with/.test(message)) {
    return { t, track: 'requests', text: maskLine(message, names) };
  }
  const cleaned = actor === 'kube-controller-manager' ? CLEANING.exec(message) : null;
  if (cleaned) return { t, track: 'cleaners', text: message, object: cleaned[1] ?? '' };
  if (actor !== 'kubelet') return undefined;
  if (kind === 'connections-closed') return { t, track: 'kubelet', text: message };
  if (!TOLD.some((pattern) => pattern.test(message))) return undefined;
  return { t, track: 'kubelet', text: maskLine(message, names) };
}

/** Names of requests are random or digests of keys: the first becomes `csr-1`, and so on, with the kind of name kept. */
class RequestNames {
  readonly #short = new Map<string, string>();

  shortOf(name: unknown): string {
    const text = String(name);
    const known = this.#short.get(text);
    if (known !== undefined) return known;
    const short = `${text.startsWith('node-csr-') ? 'node-csr' : 'csr'}-${String(this.#short.size + 1)}`;
    this.#short.set(text, short);
    return short;
  }

  mask(message: string): string {
    return message.replace(/\b(?:node-csr-[\w-]{43}|csr-[a-z0-9]{5}\b)/g, (name) => this.shortOf(name));
  }
}

/** Everything ran on one machine, so that connections came from the API server's own address. */
const LOCAL_END = /\btcp \S+:<port>->/;

function maskLine(message: string, names: RequestNames): string {
  const masked = names.mask(message).replace(LOCAL_END, 'tcp LOCAL->');
  return masked.replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)? \+0000 UTC/g, 'TIME');
}

/** Returns a path without the time in it. */
export function maskFile(path: string): string {
  return path.replace(/\d{4}-\d\d-\d\d-\d\d-\d\d-\d\d/, 'TIME');
}

/** Returns the files at the end of a recording or a simulation. */
export function normalFiles(files: Recording['files'] | Timeline['files']): readonly string[] {
  return files
    .filter(({ path }) => !BY_OPERATOR.test(path))
    .map(({ path, target }) => (target === undefined ? maskFile(path) : `${maskFile(path)} -> ${maskFile(target)}`))
    .sort();
}

interface NormalCertificate {
  readonly file: string;
  readonly subject: string;
  readonly sans: readonly string[];
  readonly life: number;
  readonly notBefore: number;
}

/** Returns the certificates of a recording. */
export function recordedCertificates({ certificates }: Recording): readonly NormalCertificate[] {
  return certificates
    .filter(({ path }) => !BY_OPERATOR.test(path))
    .map(({ path, subject, sans, notBefore_s: notBefore, notAfter_s: notAfter }) => ({
      file: maskFile(path),
      subject: `${subject.O.join()} ${subject.CN.replace(/@\d+$/, '@TIME')}`,
      sans: [...sans.dns, ...sans.ip],
      life: Math.round(notAfter - notBefore),
      notBefore,
    }));
}

/** Certificates embedded in a kubeconfig were not listed by the recorder. */
const KUBECONFIG = '.kubeconfig';

/** Returns the certificates of a simulation. */
export function simulatedCertificates({ certificates }: Timeline): readonly NormalCertificate[] {
  return certificates
    .filter(({ file }) => !BY_OPERATOR.test(file) && !file.endsWith(KUBECONFIG))
    .map(({ file, subject, organizations, sans, notBefore, notAfter }) => ({
      file: maskFile(file),
      subject: `${organizations.join()} ${subject.replace(/@\d+$/, '@TIME')}`,
      sans,
      life: Math.round(notAfter - notBefore),
      notBefore,
    }));
}
