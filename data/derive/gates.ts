import type { FlagComponent, GateData, GatesData, GateSpan, GateStage } from '../../src/core/kubernetes/data';
import { COMPONENTS, minorOf, type ReleaseFile } from './sources';

export interface GateFacts {
  readonly gates: Readonly<
    Record<string, { readonly readBy?: readonly string[]; readonly planned?: Readonly<Record<string, unknown>> }>
  >;
}

export function deriveGates(releases: readonly ReleaseFile[], facts: GateFacts): GatesData {
  const spans = new Map<string, GateSpan[]>();
  for (const file of releases) {
    for (const [name, gate] of Object.entries(file.featureGates)) {
      const row = spans.get(name) ?? [];
      extend(row, minorOf(file.version), gateStage(name, gate.stage), gate.default, gate.locked);
      spans.set(name, row);
    }
  }
  const names = [...new Set([...spans.keys(), ...Object.keys(facts.gates)])].sort();
  return Object.fromEntries(names.map((name) => [name, gateData(spans.get(name) ?? [], facts.gates[name])]));
}

function gateData(spans: readonly GateSpan[], facts: GateFacts['gates'][string] | undefined): GateData {
  const readBy = COMPONENTS.filter((component: FlagComponent) => facts?.readBy?.includes(component));
  const planned = Object.keys(facts?.planned ?? {}).find((key) => key.startsWith('1.'));
  return {
    spans,
    ...(spans.length === 0 && planned !== undefined && { planned: minorOf(planned) }),
    ...(readBy.length > 0 && { readBy }),
  };
}

function extend(spans: GateSpan[], minor: number, stage: GateStage, byDefault: boolean, locked: boolean): void {
  const last = spans.at(-1);
  if (last && last[1] + 1 === minor && last[2] === stage && last[3] === byDefault && last[4] === locked) {
    spans[spans.length - 1] = [last[0], minor, stage, byDefault, locked];
  } else {
    spans.push([minor, minor, stage, byDefault, locked]);
  }
}

function gateStage(name: string, stage: string): GateStage {
  const lower = stage.toLowerCase();
  if (lower === 'alpha' || lower === 'beta' || lower === 'ga' || lower === 'deprecated') return lower;
  throw new Error(`Gate ${name}: unknown stage ${stage}`);
}
