import { isAtLeast, type Release } from '../../kubernetes/release';

/** How the certificate manager begins to say that a request failed; recorded on 1.20, later words seen from 1.22 on. */
export function failedRequestText(release: Release): string {
  const whom = isAtLeast(release, '1.22') ? 'control plane' : 'master';
  return `Failed while requesting a signed certificate from the ${whom}`;
}
