import { removeGate } from '../../gateEdits';
import { gatesToJudge, type GateInFile } from '../../gateRule';
import type { Draft, FileRule, RuleContext } from '../../rule';
import { startOf } from '../../startOf';

export const rule: FileRule = {
  id: 'feature-gate-locked',
  group: 'A',
  severity: 'error',
  scope: 'file',
  lifeCycle: true,
  step: 'kubelet-start',
  messages: {
    locked:
      '{component} {release} does not start with {gate}={value}: "cannot set feature gate {gate} to {value}, feature is locked to {locked}".',
    remove: 'Remove the feature gate {gate}',
  },
  check: (file, context) => gatesToJudge(file, context).flatMap((gate) => checkGate(gate, context)),
};

/** Removing it takes nothing away: with the gate the component does not run at all. */
function checkGate({ gate, life }: GateInFile, { cluster }: RuleContext): readonly Draft[] {
  if (!life.locked || gate.value === undefined || gate.value === life.default) return [];
  const params = {
    component: gate.component,
    release: cluster.target.release,
    gate: gate.name,
    value: String(gate.value),
    locked: String(life.default),
  };
  const edits = removeGate(gate);
  return [
    {
      path: gate.path,
      range: gate.range,
      message: 'locked',
      params,
      fixes: edits ? [{ title: 'remove', params, safe: true, edits }] : [],
      step: startOf[gate.component],
      ...(life.confidence === 'likely' && { severity: 'warning' as const }),
    },
  ];
}
