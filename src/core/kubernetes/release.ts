/** A minor version of Kubernetes, as people write it: `1.20`. Patch versions do not matter to any fact kept here. */
export type Release = `1.${number}`;

const MINOR_VERSION = /^(?:stable-)?v?1\.(\d{1,3})(?:[.+-].*)?$/i;

/**
 * The release named by a version text: `1.20`, `v1.20.2`, `1.20.5+k3s1`, `stable-1.20`, `1.27+`.
 * Undefined when the text names no minor version of Kubernetes 1 (`latest`, `2.0`, `20`).
 */
export function parseRelease(text: string): Release | undefined {
  const minor = MINOR_VERSION.exec(text.trim())?.[1];
  return minor === undefined ? undefined : releaseOf(Number(minor));
}

/** The release with this minor number: 20 is `1.20`. */
export function releaseOf(minor: number): Release {
  return `1.${String(minor)}` as Release;
}

/** The minor number of a release: `1.20` has 20. */
export function minorOf(release: Release): number {
  return Number(release.slice(2));
}

/** Negative when `a` is older than `b`, 0 when equal, positive when newer: an order for `sort`. */
export function compareReleases(a: Release, b: Release): number {
  return minorOf(a) - minorOf(b);
}

/** Whether `release` is `first` or newer. */
export function isAtLeast(release: Release, first: Release): boolean {
  return compareReleases(release, first) >= 0;
}
