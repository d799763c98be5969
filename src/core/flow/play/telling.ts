import type { HeldCondition } from '../held/heldThing';
import type { Timeline, TimelineCertificate, TimelineCsr, TimelineEvent } from '../timeline';

/** What a step's words need to know about the whole story. */
export interface Telling {
  readonly timeline: Timeline;
  readonly request: (name: unknown) => TimelineCsr | undefined;
  readonly certificate: (file: string) => TimelineCertificate | undefined;
  /** The decision about a request; undefined when there never is one. */
  readonly condition: (request: string) => HeldCondition | undefined;
  /** How many earlier files of the same certificate lie beside this one. */
  readonly older: (path: string) => number;
  readonly node: string;
}

/** Returns what is to be known about a story, looked up once. */
export function tellingOf(timeline: Timeline): Telling {
  const { events, csrs, certificates } = timeline;
  const requests = new Map(csrs.map((request) => [request.name, request]));
  const byFile = new Map(certificates.map((certificate) => [certificate.file, certificate]));
  const conditions = new Map(events.flatMap(conditionOf));
  const older = olderFiles(events);
  return {
    timeline,
    request: (name) => (typeof name === 'string' ? requests.get(name) : undefined),
    certificate: (file) => byFile.get(file),
    condition: (request) => conditions.get(request),
    older: (path) => older.get(path) ?? 0,
    node: nodeOf(timeline),
  };
}

function conditionOf({ kind, t, details, message }: TimelineEvent): [request: string, HeldCondition][] {
  if (kind !== 'csr-approve' && kind !== 'csr-deny') return [];
  const type = kind === 'csr-approve' ? 'Approved' : 'Denied';
  return [[String(details.name), { type, t, reason: textOf(details.reason), message }]];
}

/** Files with a time in their name stay where they are when the next one comes (files.store). */
const STAMPED = /-\d{4}-[-\d]{14}\.pem$/;

function olderFiles(events: readonly TimelineEvent[]): ReadonlyMap<string, number> {
  const older = new Map<string, number>();
  const lying = new Map<string, number>();
  for (const { kind, details } of events) {
    const path = textOf(details.path);
    if (!STAMPED.test(path)) continue;
    const family = familyOf(path);
    const count = lying.get(family) ?? 0;
    if (kind === 'file-remove') lying.set(family, Math.max(0, count - 1));
    if (kind !== 'file-write' || details.op !== 'create') continue;
    older.set(path, count);
    lying.set(family, count + 1);
  }
  return older;
}

/** Returns the path of a file with the time in its name left out: what takes its place has the same. */
export function familyOf(path: string): string {
  return path.replace(STAMPED, '.pem');
}

/** Returns the path of the symlink that points at the newest of a family; undefined for a file without a time in its name. */
export function linkOf(path: string): string | undefined {
  return STAMPED.test(path) ? path.replace(STAMPED, '-current.pem') : undefined;
}

function nodeOf({ events, csrs }: Timeline): string {
  const registered = events.find(({ kind }) => kind === 'node-register')?.details.node;
  return typeof registered === 'string' ? registered : (csrs[0]?.subject.replace('system:node:', '') ?? '');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
