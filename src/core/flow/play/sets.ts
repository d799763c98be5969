import type { HeldFile, HeldNode } from '../held/heldThing';
import type { TimelineCertificate, TimelineCsr, TimelineEvent } from '../timeline';
import type { Holding } from './draftStep';
import { familyOf, linkOf, type Telling } from './telling';

const REQUESTS = { client: 'client request', serving: 'serving request' } as const;

/** The state of a request: what `kubectl get csr` would say about it. */
export function requestIs(
  { unattended: _, ...request }: TimelineCsr,
  state: 'Pending' | 'Decided' | 'Issued',
  { condition }: Telling,
): Holding {
  const decided = state === 'Pending' ? undefined : condition(request.name);
  const thing = { kind: 'request', ...request, condition: decided, issued: state === 'Issued' } as const;
  return { actor: 'kube-apiserver', name: requestKey(request), thing };
}

/** A request that has been deleted. */
export function requestGone(request: TimelineCsr): Holding {
  return { actor: 'kube-apiserver', name: requestKey(request), thing: undefined };
}

/** Returns the name under which the newest request of a purpose is held. */
export function requestKey({ usages, machine }: Pick<TimelineCsr, 'usages' | 'machine'>): string {
  const key = usages.includes('server auth') ? REQUESTS.serving : REQUESTS.client;
  return machine === undefined ? key : `${key} of ${machine}`;
}

/** What RBAC was asked for an event, and its answers. */
export function decided({ decisions = [] }: TimelineEvent): readonly Holding[] {
  return decisions.map((decision) => ({
    actor: 'RBAC',
    name: decision.permission.resource,
    thing: { kind: 'decision', ...decision },
  }));
}

/** The node's Ready condition, as kube-apiserver stores it. */
export function nodeIs(ready: HeldNode['ready'], name: string): Holding {
  return { actor: 'kube-apiserver', name: `node ${name}`, thing: { kind: 'node', name, ready } };
}

/** A file of the node. */
export function inFiles(path: string, contents: HeldFile['contents'], rest: Partial<HeldFile> = {}): Holding {
  const thing: HeldFile = { kind: 'file', path, contents, mode: undefined, older: 0, ...rest };
  return { actor: 'files', name: familyOf(path), thing };
}

/** A certificate in the hands of the kubelet. */
export function kubeletHolds(certificate: TimelineCertificate, expired = false): Holding {
  const name = certificate.purpose === 'client' ? 'client certificate' : 'serving certificate';
  return { actor: 'kubelet', name, thing: { kind: 'certificate', expired, ...certificate } };
}

/** A file with a certificate, and the symlink that now points at it. */
export function storedCertificate(
  event: TimelineEvent,
  certificate: TimelineCertificate,
  { older }: Telling,
): readonly Holding[] {
  const { details } = event;
  const { file, purpose } = certificate;
  const contents = purpose === 'self-signed' ? 'self-signed' : 'pair';
  const mode = typeof details.mode === 'string' ? details.mode : undefined;
  const link = linkOf(file);
  return [
    inFiles(file, contents, { mode, older: older(event) }),
    ...(link === undefined
      ? []
      : [{ actor: 'files', name: link, thing: { kind: 'symlink', path: link, target: file } } as const]),
    kubeletHolds(certificate),
  ];
}
