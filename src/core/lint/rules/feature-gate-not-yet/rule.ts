import { gateRemovalRule, type GateInFile, type GateProblem } from '../../gateRule';
import type { RuleContext } from '../../rule';
import { unknownGateError } from '../../unknownGateError';

export const rule = gateRemovalRule({
  id: 'feature-gate-not-yet',
  severity: 'error',
  lifeCycle: true,
  step: 'kubelet-start',
  messages: {
    notYet:
      '{component} {release} does not start with the feature gate {gate}, which arrives in {since}: "{error}: {gate}".',
    remove: 'Remove the feature gate {gate}',
  },
  problem: problemOf,
});

/** Removing it is for review: what the gate was to bring has to wait for the release. */
function problemOf({ gate, life }: GateInFile, { cluster }: RuleContext): GateProblem | undefined {
  if (life.state !== 'not-yet' || life.since === undefined) return undefined;
  const { release } = cluster.target;
  const params = {
    component: gate.component,
    release,
    gate: gate.name,
    since: life.since,
    error: unknownGateError(release),
  };
  return { message: 'notYet', params, safe: false };
}
