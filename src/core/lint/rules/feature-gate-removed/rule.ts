import type { WrittenGate } from '../../../cluster/writtenGate';
import { minorOf, releaseOf, type Release } from '../../../kubernetes/release';
import { gateRemovalRule, type GateInFile, type GateProblem } from '../../gateRule';
import { unknownGateError } from '../../unknownGateError';
import type { RuleContext } from '../../rule';

export const rule = gateRemovalRule({
  id: 'feature-gate-removed',
  severity: 'error',
  lifeCycle: true,
  step: 'kubelet-start',
  messages: {
    removed:
      '{component} {release} does not start with the feature gate {gate}, which was removed in {removedIn}: "{error}: {gate}".',
    remove: 'Remove the feature gate {gate}',
  },
  problem: problemOf,
});

function problemOf({ gate, life }: GateInFile, context: RuleContext): GateProblem | undefined {
  const { release } = context.cluster.target;
  if (life.state !== 'removed' || !life.removedIn) return undefined;
  const params = {
    component: gate.component,
    release,
    gate: gate.name,
    removedIn: life.removedIn,
    error: unknownGateError(release),
  };
  return { message: 'removed', params, safe: isLastDefault(gate, life.removedIn, context) };
}

/** What was asked for is what the component has done by itself since the gate's last release. */
function isLastDefault({ name, value }: WrittenGate, removedIn: Release, { kubernetes }: RuleContext): boolean {
  return kubernetes.gate(name, releaseOf(minorOf(removedIn) - 1)).default === value;
}
