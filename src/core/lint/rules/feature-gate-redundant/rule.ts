import { gateRemovalRule, type GateInFile, type GateProblem } from '../../gateRule';
import type { RuleContext } from '../../rule';

export const rule = gateRemovalRule({
  id: 'feature-gate-redundant',
  severity: 'hint',
  lifeCycle: false,
  step: undefined,
  messages: {
    redundant: '{gate} is {value} in {release} without being set.',
    remove: 'Remove the feature gate {gate}',
  },
  problem: problemOf,
});

/** What server-gate-alone says about this gate of a kubelet is more than that it is redundant. */
function isServingGate({ gate }: GateInFile): boolean {
  return gate.component === 'kubelet' && gate.name === 'RotateKubeletServerCertificate';
}

function problemOf(written: GateInFile, { cluster }: RuleContext): GateProblem | undefined {
  const { gate, life } = written;
  if (gate.value === undefined || gate.value !== life.default || isStage(gate.name) || isServingGate(written))
    return undefined;
  const params = { gate: gate.name, value: String(gate.value), release: cluster.target.release };
  return { message: 'redundant', params, safe: true, tags: ['unnecessary'] };
}

/** `AllBeta=false` in front of single gates says something, although false is its default. */
function isStage(name: string): boolean {
  return name === 'AllAlpha' || name === 'AllBeta';
}
