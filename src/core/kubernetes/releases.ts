import type { Confidence, FlagComponent, ReleaseData } from './data';
import { minorOf, releaseOf, type Release } from './release';

/** The releases whose source was read, oldest first. */
export interface Releases {
  readonly all: readonly Release[];
  readonly oldest: Release;
  readonly newest: Release;
  /** The release itself, or the oldest or newest known one for a release before or after them. */
  readonly clamp: (release: Release) => Release;
  /** Whether the release is one of `all`. */
  readonly isKnown: (release: Release) => boolean;
  /** How sure the flag list of the component is at this release; `likely` for a release that is not known. */
  readonly confidence: (component: FlagComponent, release: Release) => Confidence;
}

/** Fails when the data names no release: the other look-ups would have nothing to answer from. */
export function createReleases(data: readonly ReleaseData[]): Releases {
  const first = data[0];
  const last = data.at(-1);
  if (!first || !last) throw new Error('The Kubernetes data names no release.');
  const oldest = releaseOf(first.minor);
  const newest = releaseOf(last.minor);
  const read = (release: Release): ReleaseData | undefined => data.find(({ minor }) => minor === minorOf(release));
  return {
    all: data.map(({ minor }) => releaseOf(minor)),
    oldest,
    newest,
    clamp: (release) => (minorOf(release) < first.minor ? oldest : minorOf(release) > last.minor ? newest : release),
    isKnown: (release) => read(release) !== undefined,
    confidence: (component, release) => read(release)?.confidence[component] ?? 'likely',
  };
}
