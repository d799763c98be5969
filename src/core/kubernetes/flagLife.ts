import type { Confidence, FlagComponent, FlagData, FlagsData, FlagType, FlagTypeOrigin } from './data';
import { contains, presenceAt, rangeAt, type Presence } from './ranges';
import { minorOf, releaseOf, type Release } from './release';
import type { Releases } from './releases';

export interface FlagReplacement {
  readonly flag: string;
  /** The value of the old flag is a valid value of the new one. */
  readonly keepsValue: boolean;
}

/** A flag of one component as one release sees it. */
export interface FlagLife {
  readonly state: 'accepted' | 'deprecated' | 'removed' | 'not-yet' | 'unknown';
  /** The name with dashes; the components read `_` as `-`. */
  readonly name: string;
  readonly confidence: Confidence;
  /** First release of the interval that matters; undefined when it is older than all known releases. */
  readonly since?: Release;
  readonly deprecatedIn?: Release;
  /** First release without the flag; undefined while the newest known release has it. */
  readonly removedIn?: Release;
  /** The flag to write instead at this release: the successor, or the older name when the flag is not there yet. */
  readonly replacement?: FlagReplacement;
  /** What to do instead, in words, where no single flag takes over. */
  readonly advice?: string;
  readonly type?: FlagType;
  readonly typeFrom?: FlagTypeOrigin;
  readonly values?: readonly string[];
  /** The default at this release without a configuration file, as text. */
  readonly default?: string;
  /** Path of the KubeletConfiguration field that the flag sets at this release. */
  readonly field?: string;
}

/** The name as the components compare it: `_` counts as `-` (flag normalisation of component-base). */
export function normaliseFlagName(name: string): string {
  return name.replaceAll('_', '-');
}

/**
 * Whether the flag takes the next word as its value (`--flag value`): not for booleans and `--version`, whose value
 * must be joined with `=`. Undefined when the type is not known.
 */
export function takesSeparateValue(type: FlagType | undefined): boolean | undefined {
  return type === undefined ? undefined : type !== 'bool' && type !== 'version';
}

/** Whether giving the flag again adds to its value, as lists, maps and gates do, instead of replacing it. */
export function accumulates(type: FlagType | undefined): boolean | undefined {
  return type === undefined ? undefined : type === 'list' || type === 'map' || type === 'gates';
}

/**
 * The life of a flag at a release, from the flags each component registers in its source. `unknown` means that no
 * known release has it. A release newer than all known ones is answered like the newest, with confidence `likely`.
 */
export function flagLife(
  flags: FlagsData,
  releases: Releases,
  component: FlagComponent,
  name: string,
  release: Release,
): FlagLife {
  const normal = normaliseFlagName(name);
  const data = ownFlag(flags, component, normal);
  if (!data) return { state: 'unknown', name: normal, confidence: releases.confidence(component, release) };
  const minor = minorOf(releases.clamp(release));
  const presence = presenceAt(data.accepted, minor, minorOf(releases.oldest), minorOf(releases.newest));
  const state = stateOf(data, presence, minor);
  const replacement =
    state === 'not-yet' ? olderName(flags[component], normal, minor) : successor(flags[component], data, minor);
  return {
    state,
    name: normal,
    confidence: contains(data.uncertain, minor) ? 'likely' : releases.confidence(component, release),
    ...(presence?.since && { since: presence.since }),
    ...(presence?.removedIn && { removedIn: presence.removedIn }),
    ...deprecation(data, minor, minorOf(releases.oldest)),
    ...(replacement && { replacement }),
    ...(data.advice !== undefined && { advice: data.advice }),
    ...detailsAt(data, minor),
  };
}

/** The flag's data, never a property every object has. */
export function ownFlag(flags: FlagsData, component: FlagComponent, name: string): FlagData | undefined {
  return Object.hasOwn(flags[component], name) ? flags[component][name] : undefined;
}

function stateOf(data: FlagData, presence: Presence | undefined, minor: number): FlagLife['state'] {
  if (!presence) return 'unknown';
  if (presence.when === 'past') return 'removed';
  if (presence.when === 'future') return 'not-yet';
  return contains(data.deprecated, minor) ? 'deprecated' : 'accepted';
}

function deprecation(data: FlagData, minor: number, oldest: number): Pick<FlagLife, 'deprecatedIn'> {
  const range = rangeAt(data.deprecated, minor) ?? data.deprecated?.at(-1);
  return range && range[0] > oldest ? { deprecatedIn: releaseOf(range[0]) } : {};
}

function detailsAt(data: FlagData, minor: number): Partial<FlagLife> {
  const byDefault = rangeAt(data.defaults, minor)?.[2];
  const field = rangeAt(data.fields, minor)?.[2];
  return {
    ...(data.type && { type: data.type }),
    ...(data.typeFrom && { typeFrom: data.typeFrom }),
    ...(data.values && { values: data.values }),
    ...(byDefault !== undefined && { default: byDefault }),
    ...(field !== undefined && { field }),
  };
}

function successor(flags: FlagsData[FlagComponent], data: FlagData, minor: number): FlagReplacement | undefined {
  if (data.replacement === undefined || !contains(flags[data.replacement]?.accepted, minor)) return undefined;
  return { flag: data.replacement, keepsValue: data.keepsValue === true };
}

function olderName(flags: FlagsData[FlagComponent], name: string, minor: number): FlagReplacement | undefined {
  for (const [older, data] of Object.entries(flags)) {
    if (data.replacement === name && contains(data.accepted, minor)) {
      return { flag: older, keepsValue: data.keepsValue === true };
    }
  }
  return undefined;
}
