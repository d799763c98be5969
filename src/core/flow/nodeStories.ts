import type { CertificateSigningRequest } from './kubeApiserver/certificateSigningRequests';
import type { PlayedMachine } from './machines';
import { outcomeOf } from './outcome';
import type { FurtherMachine, NodeStory, TimelineEvent } from './timeline';

/** What is told of a node where no kubelet is played. */
export const noKubelet: NodeStory = {
  certificates: [],
  files: [],
  node: [{ t: 0, ready: 'none' }],
  outcome: { id: 'no-kubelet', t: 0, message: '', evidence: [], nextTrouble: undefined, restsOn: [] },
};

/** Returns what became of each machine, in their order. */
export function storiesOf(
  machines: readonly PlayedMachine[],
  events: readonly TimelineEvent[],
  requests: readonly CertificateSigningRequest[],
): readonly FurtherMachine[] {
  const own = requests.filter(({ origin }) => origin === 'kubelet');
  const requestsOf = groupBy(own, ({ machine }) => machine);
  const eventsOf = eventsByMachine(machines, events, requests);
  return machines.map(({ world, kubelet, node }) => ({
    machine: world.machine ?? world.nodeName,
    nodeName: world.nodeName,
    certificates: world.certificates,
    files: world.files.list(),
    node: node.readiness,
    outcome: outcomeOf(
      { world, node, events: eventsOf.get(world.machine) ?? [], exitCode: kubelet.exitCode },
      requestsOf.get(world.machine) ?? [],
    ),
  }));
}

/** What happens in the control plane belongs to the machines whose request or node it is about, else to all. */
function eventsByMachine(
  machines: readonly PlayedMachine[],
  events: readonly TimelineEvent[],
  requests: readonly CertificateSigningRequest[],
): ReadonlyMap<string | undefined, readonly TimelineEvent[]> {
  const requestOf = new Map(requests.map((request) => [request.name, request]));
  const machinesOf = groupBy(machines, ({ node }) => node.name);
  const labels = machines.map(({ world }) => world.machine);
  const concerned = ({ machine, details }: TimelineEvent): readonly (string | undefined)[] => {
    if (machine !== undefined) return [machine];
    const request = typeof details.name === 'string' ? requestOf.get(details.name) : undefined;
    if (request !== undefined) return request.origin === 'kubelet' ? [request.machine] : [];
    if (typeof details.node !== 'string') return labels;
    return (machinesOf.get(details.node) ?? []).map(({ world }) => world.machine);
  };
  const pairs = events.flatMap((event) => concerned(event).map((machine) => ({ machine, event })));
  const grouped = groupBy(pairs, ({ machine }) => machine);
  return new Map([...grouped].map(([machine, found]) => [machine, found.map(({ event }) => event)]));
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
