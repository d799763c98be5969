import { removeGate } from '../../gateEdits';
import { gatesToJudge, type GateInFile } from '../../gateRule';
import type { Draft, FileRule, RuleContext } from '../../rule';

export const rule: FileRule = {
  id: 'feature-gate-redundant',
  group: 'A',
  severity: 'hint',
  scope: 'file',
  lifeCycle: false,
  step: undefined,
  messages: {
    redundant: '{gate} is {value} in {release} without being set.',
    remove: 'Remove the feature gate {gate}',
  },
  check: (file, context) => gatesToJudge(file, context).flatMap((gate) => checkGate(gate, context)),
};

/** What server-gate-alone says about this gate of a kubelet is more than that it is redundant. */
function isServingGate({ gate }: GateInFile): boolean {
  return gate.component === 'kubelet' && gate.name === 'RotateKubeletServerCertificate';
}

function checkGate(written: GateInFile, { cluster }: RuleContext): readonly Draft[] {
  const { gate, life } = written;
  if (gate.value === undefined || gate.value !== life.default || isStage(gate.name) || isServingGate(written))
    return [];
  const params = { gate: gate.name, value: String(gate.value), release: cluster.target.release };
  const edits = removeGate(gate);
  return [
    {
      path: gate.path,
      range: gate.range,
      message: 'redundant',
      params,
      fixes: edits ? [{ title: 'remove', params, safe: true, edits }] : [],
      tags: ['unnecessary'],
    },
  ];
}

/** `AllBeta=false` in front of single gates says something, although false is its default. */
function isStage(name: string): boolean {
  return name === 'AllAlpha' || name === 'AllBeta';
}
