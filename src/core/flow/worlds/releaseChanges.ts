import { compareReleases, type Release } from '../../kubernetes/release';
import type { Message } from '../../messages/message';
import type { Behaviour } from '../behaviour';

/** One thing that a release does otherwise than the one before. Its text is `flow.release.<id>`. */
export interface ReleaseChange {
  readonly release: Release;
  readonly id: string;
  /** The row of the fact base that says so. */
  readonly fact: string;
  /** What of the behaviour changes with it. */
  readonly behaviour: keyof Behaviour;
}

/** What the simulation does otherwise from release to release, oldest first. */
export const releaseChanges = [
  { release: '1.7', id: 'csr-name', fact: 'boot.csrname', behaviour: 'digestCsrName' },
  { release: '1.7', id: 'approval', fact: 'approve.sar', behaviour: 'clientApproval' },
  { release: '1.7', id: 'rotation-gate', fact: 'rot.switch', behaviour: 'clientRotation' },
  { release: '1.7', id: 'serving-gate', fact: 'serving.gate', behaviour: 'servingBootstrap' },
  { release: '1.7', id: 'serving-approval', fact: 'approve.server', behaviour: 'approvesServing' },
  { release: '1.8', id: 'rotation-flag', fact: 'rot.switch', behaviour: 'clientRotation' },
  { release: '1.8', id: 'connections', fact: 'rot.18', behaviour: 'closesConnections' },
  { release: '1.8', id: 'require-kubeconfig', fact: 'boot.require', behaviour: 'needsRequireKubeconfig' },
  { release: '1.9', id: 'looks-into', fact: 'boot.skip.valid', behaviour: 'skipsWhenKubeconfigExists' },
  { release: '1.9', id: 'exit', fact: 'rot.exit', behaviour: 'exitWithoutCertificate' },
  { release: '1.9', id: 'backoff', fact: 'rot.backoff', behaviour: 'retryInterval' },
  { release: '1.10', id: 'exit-later', fact: 'rot.exit', behaviour: 'exitWithoutCertificate' },
  { release: '1.10', id: 'cleaner', fact: 'clean.perm', behaviour: 'cleanerDeletes' },
  { release: '1.11', id: 'pem', fact: 'boot.files.pem', behaviour: 'firstCertificateInPem' },
  { release: '1.11', id: 'serving-setting', fact: 'serving.config', behaviour: 'servingBootstrap' },
  { release: '1.11', id: 'serving-unapproved', fact: 'approve.server.removed', behaviour: 'approvesServing' },
  { release: '1.12', id: 'waits', fact: 'boot.waitserver', behaviour: 'waitsForServer' },
  { release: '1.12', id: 'key', fact: 'boot.tmpkey', behaviour: 'temporaryKey' },
  { release: '1.12', id: 'serving-names', fact: 'serving.sans', behaviour: 'servingNamesFromStatus' },
  { release: '1.14', id: 'background', fact: 'boot.async', behaviour: 'backgroundBootstrap' },
  { release: '1.14', id: 'quarter', fact: 'rot.wait', behaviour: 'requestWait' },
  { release: '1.14', id: 'request-client', fact: 'rot.requests', behaviour: 'requestsWithKubeconfig' },
  { release: '1.18', id: 'signer', fact: 'boot.signer', behaviour: 'signerName' },
  {
    release: '1.18',
    id: 'request-connection',
    fact: 'rot.requests',
    behaviour: 'keepsRequestConnection',
  },
  { release: '1.19', id: 'gate-locked', fact: 'rot.switch', behaviour: 'clientRotation' },
  { release: '1.27', id: 'usages', fact: 'boot.usages', behaviour: 'shortUsages' },
  { release: '1.31', id: 'address', fact: 'serving.needip', behaviour: 'servingNeedsAddress' },
  { release: '1.35', id: 'cleaner-unissued', fact: 'clean.times', behaviour: 'cleanerDeletesUnissued' },
] as const satisfies readonly ReleaseChange[];

export type ReleaseChangeId = (typeof releaseChanges)[number]['id'];

/** Returns what changed on the way from one release to another, whichever is the older: each change once, oldest first. */
export function changesBetween(
  a: Release,
  b: Release,
): readonly { readonly release: Release; readonly text: Message }[] {
  const [older, newer] = compareReleases(a, b) < 0 ? [a, b] : [b, a];
  return releaseChanges
    .filter(({ release }) => compareReleases(release, older) > 0 && compareReleases(release, newer) <= 0)
    .map(({ release, id }) => ({ release, text: { id: `flow.release.${id}`, params: {} } }));
}
