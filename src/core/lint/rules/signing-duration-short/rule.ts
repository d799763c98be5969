import type { Cluster } from '../../../cluster/cluster';
import { signingDurations, type WrittenDuration } from '../../../cluster/signingDuration';
import { isAtLeast, type Release } from '../../../kubernetes/release';
import type { ClusterRule, Draft } from '../../rule';

/** Certificates start five minutes in the past (behaviour `sign.backdate`; recorded for 1.20). */
const BACKDATE = 300;

/** The client that asks for certificates keeps its connection, and the old certificate with it, for up to five minutes (trace 05b). */
const RELOAD = 300;

export const rule: ClusterRule = {
  id: 'signing-duration-short',
  group: 'C',
  severity: 'warning',
  scope: 'cluster',
  lifeCycle: false,
  step: 'renewal-sign',
  messages: {
    over: 'Certificates of {release} start five minutes in the past: with {duration} they are over when they are issued, and a kubelet that renews asks about once a second.',
    short:
      'With {duration} certificates last less than the five minutes for which a kubelet keeps an old connection: renewals are answered 401 until the node loses its certificate.',
  },
  check: (cluster) => signingDurations(cluster).flatMap((duration) => checkDuration(duration, cluster)),
};

function checkDuration({ seconds, text, origin }: WrittenDuration, { target }: Cluster): readonly Draft[] {
  const usable = seconds - backdatedEnd(target.release);
  const params = { duration: text, release: target.release };
  if (seconds <= 0 || usable >= RELOAD) return [];
  if (usable <= 0) return [{ ...origin, message: 'over', params, severity: 'error', step: 'sign' }];
  return [{ ...origin, message: 'short', params }];
}

/** From 1.22 on the end of a certificate that lives less than eight hours is not dated back (kubernetes/kubernetes #99412). */
function backdatedEnd(release: Release): number {
  return isAtLeast(release, '1.22') ? 0 : BACKDATE;
}
