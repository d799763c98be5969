import { isAtLeast, type Release } from '../kubernetes/release';

/** Returns what a component of a release says about a gate it does not know (behaviour `err.gate`). */
export function unknownGateError(release: Release): string {
  return isAtLeast(release, '1.12') ? 'unrecognized feature gate' : 'unrecognized key';
}
