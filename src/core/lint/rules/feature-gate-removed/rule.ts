import type { WrittenGate } from '../../../cluster/writtenGate';
import { minorOf, releaseOf, type Release } from '../../../kubernetes/release';
import { removeGate } from '../../gateEdits';
import { gatesToJudge, type GateInFile } from '../../gateRule';
import { startOf } from '../../startOf';
import { unknownGateError } from '../../unknownGateError';
import type { Draft, FileRule, RuleContext } from '../../rule';

export const rule: FileRule = {
  id: 'feature-gate-removed',
  group: 'A',
  severity: 'error',
  scope: 'file',
  lifeCycle: true,
  step: 'kubelet-start',
  messages: {
    removed:
      '{component} {release} does not start with the feature gate {gate}, which was removed in {removedIn}: "{error}: {gate}".',
    remove: 'Remove the feature gate {gate}',
  },
  check: (file, context) => gatesToJudge(file, context).flatMap((gate) => checkGate(gate, context)),
};

function checkGate({ gate, life }: GateInFile, context: RuleContext): readonly Draft[] {
  const { release } = context.cluster.target;
  if (life.state !== 'removed' || !life.removedIn) return [];
  const params = {
    component: gate.component,
    release,
    gate: gate.name,
    removedIn: life.removedIn,
    error: unknownGateError(release),
  };
  const edits = removeGate(gate);
  const safe = isLastDefault(gate, life.removedIn, context);
  return [
    {
      path: gate.path,
      range: gate.range,
      message: 'removed',
      params,
      step: startOf[gate.component],
      fixes: edits ? [{ title: 'remove', params, safe, edits }] : [],
      ...(life.confidence === 'likely' && { severity: 'warning' as const }),
    },
  ];
}

/** What was asked for is what the component has done by itself since the gate's last release. */
function isLastDefault({ name, value }: WrittenGate, removedIn: Release, { kubernetes }: RuleContext): boolean {
  return kubernetes.gate(name, releaseOf(minorOf(removedIn) - 1)).default === value;
}
