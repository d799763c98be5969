import type { FlowStepId } from '../flowStep';
import type { Play, PlayStep } from '../play';
import type { Cause, FoundBy, ToldBy } from './cause';
import { causes, type CauseId } from './causes';
import { symptoms, type SymptomId } from './symptoms';

/** What of a finding tells a cause. */
export interface TellingFinding {
  readonly rule: string;
  readonly step: FlowStepId | undefined;
}

/** A cause behind a symptom, with what shows it in the files. */
export interface TracedCause<F extends TellingFinding> {
  readonly cause: CauseId;
  readonly findings: readonly F[];
  /** 0-based index of the step of the play that shows it; undefined when none does. */
  readonly step: number | undefined;
}

/** A play as far as causes can be seen in it. */
export type TracedPlay = Pick<Play, 'steps'> & Partial<Pick<Play, 'scenario'>>;

/** A symptom led back to its causes. */
export interface TracedSymptom<F extends TellingFinding> {
  /** Causes that the files have, by findings or by their play. */
  readonly present: readonly TracedCause<F>[];
  /** Causes that nothing in the files shows. */
  readonly possible: readonly CauseId[];
}

/**
 * Leads a symptom back to the causes that the findings and the play of some files show. `play` is undefined when there is
 * none; a built-in scenario that was made to show a cause has it.
 */
export function traceSymptom<F extends TellingFinding>(
  symptom: SymptomId,
  findings: readonly F[],
  play: TracedPlay | undefined,
): TracedSymptom<F> {
  const traced = symptoms[symptom].causes.map((id) => traceCause(id, findings, play ?? { steps: [] }));
  return {
    present: traced.filter(isPresent),
    possible: traced.filter((one) => !isPresent(one)).map(({ cause }) => cause),
  };
}

function traceCause<F extends TellingFinding>(
  id: CauseId,
  findings: readonly F[],
  { steps, scenario }: TracedPlay,
): TracedCause<F> {
  const cause: Cause = causes[id];
  const told = steps.findIndex((one) => cause.told.some((words) => tells(words, one)));
  const step = told >= 0 || cause.shown?.scenario !== scenario ? told : shownAt(steps, cause.shown?.step);
  return {
    cause: id,
    findings: findings.filter((finding) => cause.found.some((found) => shows(found, finding))),
    step: step < 0 ? undefined : step,
  };
}

/** Where a scenario shows its cause: where that step goes wrong, else where it happens. */
function shownAt(steps: readonly PlayStep[], id: FlowStepId | undefined): number {
  const failing = steps.findIndex(({ step, result }) => step === id && result !== 'ok');
  return failing >= 0 ? failing : steps.findIndex(({ step }) => step === id);
}

function isPresent({ findings, step }: TracedCause<TellingFinding>): boolean {
  return findings.length > 0 || step !== undefined;
}

function shows({ rule, step }: FoundBy, finding: TellingFinding): boolean {
  return finding.rule === rule && (step === undefined || finding.step === step);
}

function tells({ sentence, step, words }: ToldBy, told: PlayStep): boolean {
  return (
    told.sentence.id === `flow.step.${sentence}` &&
    (step === undefined || told.step === step) &&
    (words === undefined || told.output.includes(words))
  );
}
