import type { ComponentInView } from '../../cluster/cluster';
import type { WrittenGate } from '../../cluster/writtenGate';
import { isAtLeast, type Release } from '../../kubernetes/release';
import { kubernetes } from '../kubernetesFacts';
import type { StartFailure } from './failure';

/** Gates that stand for whole stages are known to every release since 1.5 and never locked. */
const STAGES = new Set(['AllAlpha', 'AllBeta']);

/** Returns why a component ends over its feature gates; undefined when it takes them all. */
export function gateFailure(component: ComponentInView, release: Release): StartFailure | undefined {
  for (const gate of component.gates) {
    const why = gate.templated ? undefined : problemOf(gate, component, release);
    if (why !== undefined) {
      const origin = { path: gate.path, range: gate.range };
      const inAnyRelease = kubernetes.gate(gate.name, release).state === 'unknown';
      return { message: why, evidence: { setting: gate.name, value: gate.text, origin }, inAnyRelease };
    }
  }
  return undefined;
}

function problemOf(gate: WrittenGate, { component }: ComponentInView, release: Release): string | undefined {
  if (gate.text === '' && gate.name === '') return undefined;
  if (gate.value === undefined) return malformed(gate, component);
  if (STAGES.has(gate.name)) return undefined;
  const life = kubernetes.gate(gate.name, release);
  if (['removed', 'not-yet', 'unknown'].includes(life.state)) {
    if (life.confidence !== 'verified') return undefined;
    const what = isAtLeast(release, '1.12') ? 'unrecognized feature gate' : 'unrecognized key';
    return worded(gate, component, `${what}: ${gate.name}`);
  }
  if (!life.locked || life.default === gate.value) return undefined;
  const [asked, locked] = [String(gate.value), String(life.default)];
  return worded(gate, component, `cannot set feature gate ${gate.name} to ${asked}, feature is locked to ${locked}`);
}

/** The kubelet reads gates after all flags; the others read them with the flag and name it. */
function worded(gate: WrittenGate, component: ComponentInView['component'], problem: string): string {
  return component === 'kubelet'
    ? problem
    : `Error: invalid argument ${JSON.stringify(gate.text)} for "--feature-gates" flag: ${problem}`;
}

function malformed(gate: WrittenGate, component: ComponentInView['component']): string | undefined {
  if (gate.place.type !== 'flag') return undefined;
  const equals = gate.text.indexOf('=');
  const isKubelet = component === 'kubelet';
  const value = gate.text.slice(equals + 1).trim();
  const missing = isKubelet ? 'malformed pair, expect string=bool' : `missing bool value for ${gate.name}`;
  const invalid = `invalid value of ${gate.name}: ${value}, err: strconv.ParseBool: parsing ${JSON.stringify(value)}: invalid syntax`;
  const problem = equals === -1 ? missing : invalid;
  return `${isKubelet ? '' : 'Error: '}invalid argument ${JSON.stringify(gate.text)} for "--feature-gates" flag: ${problem}`;
}
