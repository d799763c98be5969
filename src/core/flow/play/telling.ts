import { covered } from '../../messages/covered';
import type { HeldCondition } from '../held/heldThing';
import type { Timeline, TimelineCertificate, TimelineCsr, TimelineEvent } from '../timeline';

/** What a step's words need to know about the whole story. */
export interface Telling {
  readonly timeline: Timeline;
  readonly request: (name: unknown) => TimelineCsr | undefined;
  /** The certificates of the machine where an event happens. */
  readonly certificates: (event: TimelineEvent) => readonly TimelineCertificate[];
  /** The decision about a request; undefined when there never is one. */
  readonly condition: (request: string) => HeldCondition | undefined;
  /** How many earlier files of the same certificate lie beside the one that an event writes. */
  readonly older: (event: TimelineEvent) => number;
  /** The node that an event is about. */
  readonly node: (event: TimelineEvent) => string;
  /** Which of the play's machines has that name; undefined where one is played. */
  readonly machine: (name: string | undefined) => number | undefined;
  /** What a machine is called in the play. */
  readonly title: (machine: string) => string;
}

/** Returns what is to be known about a story, looked up once. */
export function tellingOf(timeline: Timeline): Telling {
  const { events, csrs, machines } = timeline;
  const requests = new Map(csrs.map((request) => [request.name, request]));
  const conditions = new Map(events.flatMap(conditionOf));
  const older = olderFiles(events);
  const nodes = new Map(machines.map(({ machine, nodeName }) => [machine, nodeName]));
  const certificates = new Map(timeline.further.map((one) => [one.machine, one.certificates]));
  const indexes = new Map(machines.map(({ machine }, index) => [machine, index]));
  const titles = machineTitles(timeline);
  return {
    timeline,
    request: (name) => (typeof name === 'string' ? requests.get(name) : undefined),
    certificates: ({ machine = '' }) => certificates.get(machine) ?? timeline.certificates,
    condition: (request) => conditions.get(request),
    older: (event) => older.get(event) ?? 0,
    node: ({ machine = '', details }) =>
      typeof details.node === 'string' ? details.node : (nodes.get(machine) ?? machines[0]?.nodeName ?? ''),
    machine: (name) => (machines.length > 1 && name !== undefined ? indexes.get(name) : undefined),
    title: (machine) => titles[indexes.get(machine) ?? -1] ?? machine,
  };
}

/**
 * Returns what the machines of a story are called where there are several: after their nodes, or by their own names where two
 * share a node. Empty where one is played.
 */
export function machineTitles({ machines }: Timeline): readonly string[] {
  if (machines.length < 2) return [];
  const hasOwnNodes = new Set(machines.map(({ nodeName }) => nodeName)).size === machines.length;
  return machines.map(({ machine, nodeName }) => covered(hasOwnNodes ? nodeName : machine));
}

function conditionOf({ kind, t, details, message }: TimelineEvent): [request: string, HeldCondition][] {
  if (kind !== 'csr-approve' && kind !== 'csr-deny') return [];
  const type = kind === 'csr-approve' ? 'Approved' : 'Denied';
  return [[String(details.name), { type, t, reason: textOf(details.reason), message }]];
}

/** Files with a time in their name stay where they are when the next one comes (files.store). */
const STAMPED = /-\d{4}-[-\d]{14}\.pem$/;

function olderFiles(events: readonly TimelineEvent[]): ReadonlyMap<TimelineEvent, number> {
  const older = new Map<TimelineEvent, number>();
  const lying = new Map<string, number>();
  for (const event of events) {
    const { kind, details, machine = '' } = event;
    const path = textOf(details.path);
    if (!STAMPED.test(path)) continue;
    const family = `${machine} ${familyOf(path)}`;
    const count = lying.get(family) ?? 0;
    if (kind === 'file-remove') lying.set(family, Math.max(0, count - 1));
    if (kind !== 'file-write' || details.op !== 'create') continue;
    older.set(event, count);
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

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
