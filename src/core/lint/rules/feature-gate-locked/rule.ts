import { gateRemovalRule, type GateInFile, type GateProblem } from '../../gateRule';
import type { RuleContext } from '../../rule';

export const rule = gateRemovalRule({
  id: 'feature-gate-locked',
  severity: 'error',
  lifeCycle: true,
  step: 'kubelet-start',
  messages: {
    locked:
      '{component} {release} does not start with {gate}={value}: "cannot set feature gate {gate} to {value}, feature is locked to {locked}".',
    remove: 'Remove the feature gate {gate}',
  },
  problem: problemOf,
});

/** Removing it takes nothing away: with the gate the component does not run at all. */
function problemOf({ gate, life }: GateInFile, { cluster }: RuleContext): GateProblem | undefined {
  if (!life.locked || gate.value === undefined || gate.value === life.default) return undefined;
  const params = {
    component: gate.component,
    release: cluster.target.release,
    gate: gate.name,
    value: String(gate.value),
    locked: String(life.default),
  };
  return { message: 'locked', params, safe: true };
}
