import type { Confidence, FlagComponent, GatesData, GateSpan, GateStage } from './data';
import { nearest } from './nearest';
import { presenceAt, rangeAt } from './ranges';
import { minorOf, releaseOf, type Release } from './release';
import type { Releases } from './releases';

/** A feature gate as one release sees it. */
export interface GateLife {
  readonly state: GateStage | 'removed' | 'not-yet' | 'unknown';
  readonly name: string;
  readonly confidence: Confidence;
  /** Whether the gate is on when nobody sets it; undefined unless the release has the gate. */
  readonly default?: boolean;
  /** Setting the opposite of the default stops the component. */
  readonly locked: boolean;
  /** First release with the gate; undefined when it is older than all known releases. */
  readonly since?: Release;
  /** First release of the present stage and default. */
  readonly stageSince?: Release;
  /** First release that refuses the name; undefined while the newest known release has it. */
  readonly removedIn?: Release;
  /** Components whose code asks for the gate in the last release read; informative, every component takes every name. */
  readonly readBy?: readonly FlagComponent[];
}

/** Gates that switch all gates of a stage which are not set by name. */
export const STAGE_GATES: Readonly<Record<string, GateStage>> = { AllAlpha: 'alpha', AllBeta: 'beta' };

/**
 * The life of a feature gate at a release, from the gate tables in the source of each release. `unknown` means that no
 * known release has it. A release newer than all known ones is answered like the newest, with confidence `likely`.
 */
export function gateLife(gates: GatesData, releases: Releases, name: string, release: Release): GateLife {
  const gate = Object.hasOwn(gates, name) ? gates[name] : undefined;
  const confidence = releases.confidence('kube-apiserver', release);
  if (!gate) return { state: 'unknown', name, confidence, locked: false };
  const minor = minorOf(releases.clamp(release));
  const presence = presenceAt(joined(gate.spans), minor, minorOf(releases.oldest), minorOf(releases.newest));
  if (!presence) return plannedGate(name, gate.planned, release);
  const span = rangeAt(gate.spans, minor);
  return {
    state: span ? span[2] : presence.when === 'past' ? 'removed' : 'not-yet',
    name,
    confidence,
    locked: span?.[4] ?? false,
    ...(span && { default: span[3], stageSince: releaseOf(span[0]) }),
    ...(presence.since && { since: presence.since }),
    ...(presence.removedIn && { removedIn: presence.removedIn }),
    ...(gate.readBy && { readBy: gate.readBy }),
  };
}

/** One stage in the life of a gate, both ends included. */
export interface GateStageLife {
  readonly from: Release;
  readonly to: Release;
  readonly stage: GateStage;
  readonly default: boolean;
  readonly locked: boolean;
}

/** All stages of a gate, oldest first, from the gate tables in the source of each release; none when no release has it. */
export function gateStages(gates: GatesData, name: string): readonly GateStageLife[] {
  const spans = Object.hasOwn(gates, name) ? (gates[name]?.spans ?? []) : [];
  return spans.map(([from, to, stage, byDefault, locked]) => ({
    from: releaseOf(from),
    to: releaseOf(to),
    stage,
    default: byDefault,
    locked,
  }));
}

/**
 * The gate of this release that a name no release knows was probably meant to be: the same name in another case, else
 * the nearest spelling. Undefined when nothing is near.
 */
export function nearestGate(gates: GatesData, releases: Releases, name: string, release: Release): string | undefined {
  const minor = minorOf(releases.clamp(release));
  const names = Object.keys(gates).filter((gate) => rangeAt(gates[gate]?.spans, minor));
  const lower = name.toLowerCase().replace(/[-_ ]/g, '');
  return names.find((candidate) => candidate.toLowerCase() === lower) ?? nearest(name, names);
}

function plannedGate(name: string, planned: number | undefined, release: Release): GateLife {
  if (planned === undefined) return { state: 'unknown', name, confidence: 'likely', locked: false };
  const arrived = minorOf(release) >= planned;
  return {
    state: arrived ? 'alpha' : 'not-yet',
    name,
    confidence: 'likely',
    locked: false,
    since: releaseOf(planned),
    ...(arrived && { default: false }),
  };
}

/** The stages of a gate follow one another: presence is asked of the joined spans. */
function joined(spans: readonly GateSpan[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const [from, to] of spans) {
    const last = ranges.at(-1);
    if (last && last[1] + 1 === from) last[1] = to;
    else ranges.push([from, to]);
  }
  return ranges;
}
