import type { FlagComponent, FlagsData } from './data';
import { normaliseFlagName } from './flagLife';
import { nearest } from './nearest';
import { contains } from './ranges';
import { minorOf, type Release } from './release';
import type { Releases } from './releases';

/**
 * The flag of this release that a name no release knows was probably meant to be: the flag of the KubeletConfiguration
 * field with that name, the same name in another case or without `experimental-`, else the nearest spelling.
 * Undefined when nothing is near.
 */
export function nearestFlag(
  flags: FlagsData,
  releases: Releases,
  component: FlagComponent,
  name: string,
  release: Release,
): string | undefined {
  const minor = minorOf(releases.clamp(release));
  const accepted = Object.entries(flags[component]).filter(([, data]) => contains(data.accepted, minor));
  const field = accepted.find(([, data]) => data.fields?.some(([, , path]) => lastName(path) === name));
  if (field) return field[0];
  const names = accepted.map(([flag]) => flag);
  const kebab = normaliseFlagName(name)
    .replace(/([a-z0-9])(?=[A-Z])/g, '$1-')
    .toLowerCase();
  const candidates = [kebab, kebab.replace(/^experimental-/, ''), `experimental-${kebab}`];
  return candidates.find((candidate) => names.includes(candidate)) ?? nearest(kebab, names);
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
