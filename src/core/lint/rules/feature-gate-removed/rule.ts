import { gatesInFile, type WrittenGate } from '../../../cluster/writtenGate';
import { isAtLeast, minorOf, releaseOf, type Release } from '../../../kubernetes/release';
import { removeGate } from '../../gateEdits';
import { startOf } from '../../startOf';
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
  check: (file, context) => gatesInFile(file).flatMap((gate) => checkGate(gate, context)),
};

function checkGate(gate: WrittenGate, context: RuleContext): readonly Draft[] {
  const { release } = context.cluster.target;
  const life = context.kubernetes.gate(gate.name, release);
  if (gate.templated || life.state !== 'removed' || !life.removedIn) return [];
  const params = {
    component: gate.component,
    release,
    gate: gate.name,
    removedIn: life.removedIn,
    error: errorText(release),
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

/** Behaviour `err.gate`. */
function errorText(release: Release): string {
  return isAtLeast(release, '1.12') ? 'unrecognized feature gate' : 'unrecognized key';
}

/** What was asked for is what the component has done by itself since the gate's last release. */
function isLastDefault({ name, value }: WrittenGate, removedIn: Release, { kubernetes }: RuleContext): boolean {
  return kubernetes.gate(name, releaseOf(minorOf(removedIn) - 1)).default === value;
}
