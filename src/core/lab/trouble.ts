import type { FlowStepId } from '../flow/flowStep';
import type { PlayStep } from '../flow/play';
import type { Condition } from './condition';

/** A step of a play: its id, and which one of that id it is, counted from 1. */
export interface StepToSee {
  readonly step: FlowStepId;
  readonly occurrence: number;
}

/** Where a condition is seen in a play that nothing stops. */
const SEEN_AT: Readonly<Partial<Record<Condition['type'], FlowStepId>>> = {
  renewed: 'rotate',
  'serving-certificate': 'serving-certificate',
  'client-certificates-live': 'sign',
};

/**
 * Returns the step that shows why the goal is not reached: the first trouble after the node was Ready for the last time,
 * else where the first of the unmet conditions is seen. Undefined when the play shows nothing of the kind.
 */
export function stepToSee(steps: readonly PlayStep[], unmet: readonly Condition[]): StepToSee | undefined {
  const ready = steps.findLastIndex(({ step }) => step === 'node-ready');
  const trouble = steps.findIndex((step, index) => index > ready && isCause(step));
  if (trouble >= 0) return stepAt(steps, trouble);
  const wanted = unmet.flatMap(({ type }) => SEEN_AT[type] ?? [])[0];
  return stepAt(
    steps,
    steps.findIndex(({ step }) => step === wanted),
  );
}

/** What a person does on purpose, and that the node is called NotReady then, explain nothing. */
function isCause({ step, result }: PlayStep): boolean {
  const isOnPurpose = step === 'expire' && result === 'waits';
  return result !== 'ok' && !isOnPurpose && step !== 'node-not-ready';
}

function stepAt(steps: readonly PlayStep[], index: number): StepToSee | undefined {
  const step = steps[index]?.step;
  if (step === undefined) return undefined;
  return { step, occurrence: steps.slice(0, index + 1).filter((one) => one.step === step).length };
}
