import { flowMessage, type DraftStep } from './draftStep';

/** More steps than these nobody follows. */
const LONGEST = 60;

/** How many are kept at the end when the middle is left out: there is the outcome. */
const KEPT_AT_END = 15;

/** Returns the steps, or when they are too many, their beginning and end with one step that says how many are left out. */
export function shorten(steps: readonly DraftStep[]): readonly DraftStep[] {
  const [first, after] = [steps[LONGEST - KEPT_AT_END - 1], steps[steps.length - KEPT_AT_END]];
  if (steps.length <= LONGEST || first === undefined || after === undefined) return steps;
  const left = steps.slice(LONGEST - KEPT_AT_END - 1, steps.length - KEPT_AT_END);
  const params = { count: String(left.length) };
  const step: DraftStep = {
    ...first,
    t: left.at(-1)?.t ?? first.t,
    label: flowMessage('step.left-out.label', params),
    sentence: flowMessage('step.left-out', params),
    output: '',
    evidence: [],
    result: 'ok',
    sets: left.flatMap(({ sets }) => sets),
    signature: 'left-out',
    renewal: undefined,
  };
  return [...steps.slice(0, LONGEST - KEPT_AT_END - 1), step, ...steps.slice(steps.length - KEPT_AT_END)];
}
