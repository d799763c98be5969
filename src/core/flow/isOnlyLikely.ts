import { minorOf, type Release } from '../kubernetes/release';

/** Facts that are verified for some releases only, and whether they are at a minor release. */
const verified = {
  /** How long a request waits: read from 1.14 on, told about by others for the releases before. */
  'rot.wait': (minor: number) => minor >= 14,
  /** What becomes of a node whose certificate nobody renews: recorded for 1.20, inferred from the source of others. */
  'rot.off.expiry': (minor: number) => minor === 20,
} as const;

/** Returns whether a fact of behaviour is only likely for a release: neither read in its source outright nor recorded. */
export function isOnlyLikely(fact: keyof typeof verified, release: Release): boolean {
  return !verified[fact](minorOf(release));
}
