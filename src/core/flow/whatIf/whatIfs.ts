import type { Cluster } from '../../cluster/cluster';
import { compareReleases, type Release } from '../../kubernetes/release';
import type { Message } from '../../messages/message';
import { kubernetes } from '../kubernetesFacts';
import { roleBinding } from './bindings';
import { csrapproving, kubeletGate, kubeletSwitch } from './components';
import type { WhatIf } from './whatIf';

const REQUESTS = 'system:certificates.k8s.io:certificatesigningrequests';

/** The toggles by id, in the order in which they are offered. Where each counts: rot.switch, serving.gate, approve.sar, rbac.json. */
export const whatIfs = {
  'rotate-certificates': kubeletSwitch('rotateCertificates', ({ clientRotation }) => clientRotation.startsWith('flag')),
  'client-rotation-gate': kubeletGate('RotateKubeletClientCertificate', ({ clientRotation }) =>
    clientRotation.endsWith('gate'),
  ),
  'server-tls-bootstrap': kubeletSwitch(
    'serverTLSBootstrap',
    ({ servingBootstrap }) => servingBootstrap === 'setting-and-gate',
  ),
  'server-rotation-gate': kubeletGate(
    'RotateKubeletServerCertificate',
    ({ servingBootstrap }) => servingBootstrap === 'gate',
  ),
  'node-bootstrapper': roleBinding('system:node-bootstrapper', 'system:bootstrappers'),
  nodeclient: roleBinding(`${REQUESTS}:nodeclient`, 'system:bootstrappers'),
  selfnodeclient: roleBinding(`${REQUESTS}:selfnodeclient`, 'system:nodes'),
  csrapproving: csrapproving(),
} as const satisfies Readonly<Record<string, WhatIf>>;

export type WhatIfId = keyof typeof whatIfs;

export const whatIfIds = Object.keys(whatIfs) as readonly WhatIfId[];

/** Returns whether a text from outside is the id of a toggle. */
export function isWhatIfId(text: string): text is WhatIfId {
  return (whatIfIds as readonly string[]).includes(text);
}

/** A toggle as it is offered for a cluster. */
export interface OfferedWhatIf {
  readonly id: WhatIfId;
  /** What the setting would be, under its real name. */
  readonly text: Message;
  /** First and last known release in which the setting counts. */
  readonly since: Release;
  readonly until: Release;
}

/** Returns the toggles that a cluster at its release can be given. */
export function offeredWhatIfs(cluster: Cluster): readonly OfferedWhatIf[] {
  return whatIfIds.flatMap((id) => {
    const whatIf: WhatIf = whatIfs[id];
    const counts = kubernetes.releases.all.filter((release) => whatIf.exists(release)).sort(compareReleases);
    const text = whatIf.exists(cluster.target.release) ? whatIf.instead(cluster) : undefined;
    const [since, until] = [counts[0], counts.at(-1)];
    return text && since && until ? [{ id, text, since, until }] : [];
  });
}

/** Returns the cluster with some settings turned over; those that do not count at its release are left as they are. */
export function withWhatIfs(cluster: Cluster, ids: readonly string[]): Cluster {
  return ids.filter(isWhatIfId).reduce((changed, id) => {
    const whatIf: WhatIf = whatIfs[id];
    return whatIf.exists(cluster.target.release) ? whatIf.apply(changed) : changed;
  }, cluster);
}
