import { renameGate } from '../../gateEdits';
import { gatesToJudge, type GateInFile } from '../../gateRule';
import type { Draft, FileRule, RuleContext } from '../../rule';
import { startOf } from '../../startOf';
import { unknownGateError } from '../../unknownGateError';

export const rule: FileRule = {
  id: 'feature-gate-unknown',
  group: 'A',
  severity: 'error',
  scope: 'file',
  lifeCycle: true,
  step: 'kubelet-start',
  messages: {
    unknown:
      '{component} {release} does not start with the feature gate {gate}, which no release up to {newest} knows: "{error}: {gate}".',
    near: '{component} {release} does not start with the feature gate {gate}, which no release knows (did you mean {near}?): "{error}: {gate}".',
    rename: 'Rename to {near}',
  },
  *check(file, context) {
    for (const gate of gatesToJudge(file, context)) yield* checkGate(gate, context);
  },
};

function checkGate({ gate, life }: GateInFile, { kubernetes, cluster }: RuleContext): readonly Draft[] {
  if (life.state !== 'unknown') return [];
  const { release } = cluster.target;
  const near = kubernetes.nearestGate(gate.name, release);
  const params = {
    component: gate.component,
    release,
    gate: gate.name,
    newest: kubernetes.releases.newest,
    near: near ?? '',
    error: unknownGateError(release),
  };
  const edits = near === undefined ? undefined : renameGate(gate, near);
  const isSpelling = near?.toLowerCase() === gate.name.toLowerCase();
  return [
    {
      path: gate.path,
      range: gate.range,
      message: near === undefined ? 'unknown' : 'near',
      params,
      fixes: edits ? [{ title: 'rename', params, safe: isSpelling, edits }] : [],
      step: startOf[gate.component],
      ...(life.confidence === 'likely' && { severity: 'warning' as const }),
    },
  ];
}
