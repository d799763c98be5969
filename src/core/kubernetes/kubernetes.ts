import type { FlagComponent, FlagsData, GatesData, ReleaseData } from './data';
import { flagLife, type FlagLife } from './flagLife';
import { gateLife, nearestGate, type GateLife } from './gateLife';
import { nearestFlag } from './nearestFlag';
import type { Release } from './release';
import { createReleases, type Releases } from './releases';

/** The generated files, however the host has loaded them. */
export interface KubernetesData {
  readonly releases: readonly ReleaseData[];
  readonly flags: FlagsData;
  readonly gates: GatesData;
}

/** What is known of Kubernetes, release by release. Every look-up is pure and cheap. */
export interface Kubernetes {
  readonly releases: Releases;
  /** See `flagLife`. */
  readonly flag: (component: FlagComponent, name: string, release: Release) => FlagLife;
  /** See `nearestFlag`. */
  readonly nearestFlag: (component: FlagComponent, name: string, release: Release) => string | undefined;
  /** See `gateLife`. */
  readonly gate: (name: string, release: Release) => GateLife;
  /** See `nearestGate`. */
  readonly nearestGate: (name: string, release: Release) => string | undefined;
}

export function createKubernetes(data: KubernetesData): Kubernetes {
  const releases = createReleases(data.releases);
  return {
    releases,
    flag: (component, name, release) => flagLife(data.flags, releases, component, name, release),
    nearestFlag: (component, name, release) => nearestFlag(data.flags, releases, component, name, release),
    gate: (name, release) => gateLife(data.gates, releases, name, release),
    nearestGate: (name, release) => nearestGate(data.gates, releases, name, release),
  };
}
