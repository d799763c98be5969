import type { Cluster } from '../cluster/cluster';
import type { GateLife, GateStageLife } from '../kubernetes/gateLife';
import type { Kubernetes } from '../kubernetes/kubernetes';
import type { Release } from '../kubernetes/release';
import type { Message } from '../messages/message';
import { aboutOf } from './about';
import type { Explanation } from './explanation';
import { componentsOf, inForce } from './inForce';
import { partIf, text } from './message';
import { purposeOf } from './purpose';
import type { Term } from './termAt';

const STAGES = { alpha: 'alpha', beta: 'beta', ga: 'GA', deprecated: 'deprecated' } as const;

/** Returns what is known of a feature gate; undefined for one that no release has. */
export function explainGate(
  { gate, range }: Term & { type: 'gate' },
  cluster: Cluster,
  kubernetes: Kubernetes,
): Explanation | undefined {
  const { release } = cluster.target;
  const { name } = gate;
  const life = kubernetes.gate(name, release);
  if (life.state === 'unknown') return undefined;
  const isGone = life.state === 'removed' || life.state === 'not-yet';
  const settings = componentsOf(cluster)
    .filter(({ gates }) => gates.some((other) => other.path === gate.path && other.range.start === gate.range.start))
    .map((other) => other.gate(name));
  return {
    range,
    title: text('explain.gate', { name }),
    purpose: purposeOf(kubernetes, `gate.${name}`),
    state: stateText(life, release),
    life: stages(kubernetes.gateStages(name), life),
    parts: [
      ...(life.confidence === 'likely' ? [{ message: text('explain.likely') }] : []),
      ...partIf('explain.readBy', 'components', life.readBy?.join(', ')),
      ...(isGone ? [] : inForce(name, settings)),
    ],
    rule: undefined,
    step: undefined,
    ...(life.locked && { rule: 'feature-gate-locked' }),
    ...aboutOf(`gate.${name}`),
    ...(isGone && { rule: `feature-gate-${life.state}` }),
  };
}

function stateText(life: GateLife, release: Release): Message {
  const { state } = life;
  if (state === 'removed' || state === 'not-yet' || state === 'unknown') {
    return text(state === 'removed' ? 'explain.state.removed' : 'explain.state.not-yet', { release });
  }
  return text(`explain.state.${switchOf(life.default === true, life.locked)}`, { release, stage: STAGES[state] });
}

function stages(spans: readonly GateStageLife[], { removedIn, since, state }: GateLife): readonly Message[] {
  if (spans.length === 0 && since !== undefined) return [text('explain.life.since', { since })];
  const life = spans.map(({ from, to, stage, default: byDefault, locked }) =>
    text(`explain.life.${switchOf(byDefault, locked)}`, {
      stage: STAGES[stage],
      releases: from === to ? from : `${from}–${to}`,
    }),
  );
  const isOver = removedIn !== undefined && state !== 'not-yet';
  return isOver ? [...life, text('explain.life.removed', { removedIn })] : life;
}

function switchOf(isOn: boolean, isLocked: boolean): 'stageOn' | 'stageOff' | 'lockedOn' | 'lockedOff' {
  if (isLocked) return isOn ? 'lockedOn' : 'lockedOff';
  return isOn ? 'stageOn' : 'stageOff';
}
