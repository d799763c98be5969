import { removeGate } from '../../gateEdits';
import { gatesToJudge, type GateInFile } from '../../gateRule';
import type { Draft, FileRule, RuleContext } from '../../rule';
import { startOf } from '../../startOf';
import { unknownGateError } from '../../unknownGateError';

export const rule: FileRule = {
  id: 'feature-gate-not-yet',
  group: 'A',
  severity: 'error',
  scope: 'file',
  lifeCycle: true,
  step: 'kubelet-start',
  messages: {
    notYet:
      '{component} {release} does not start with the feature gate {gate}, which arrives in {since}: "{error}: {gate}".',
    remove: 'Remove the feature gate {gate}',
  },
  check: (file, context) => gatesToJudge(file, context).flatMap((gate) => checkGate(gate, context)),
};

/** Removing it is for review: what the gate was to bring has to wait for the release. */
function checkGate({ gate, life }: GateInFile, { cluster }: RuleContext): readonly Draft[] {
  if (life.state !== 'not-yet' || life.since === undefined) return [];
  const { release } = cluster.target;
  const params = {
    component: gate.component,
    release,
    gate: gate.name,
    since: life.since,
    error: unknownGateError(release),
  };
  const edits = removeGate(gate);
  return [
    {
      path: gate.path,
      range: gate.range,
      message: 'notYet',
      params,
      fixes: edits ? [{ title: 'remove', params, safe: false, edits }] : [],
      step: startOf[gate.component],
      ...(life.confidence === 'likely' && { severity: 'warning' as const }),
    },
  ];
}
