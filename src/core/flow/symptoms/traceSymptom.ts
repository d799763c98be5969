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

/** A symptom led back to its causes. */
export interface TracedSymptom<F extends TellingFinding> {
  /** Causes that the files have, by findings or by their play. */
  readonly present: readonly TracedCause<F>[];
  /** Causes that nothing in the files shows. */
  readonly possible: readonly CauseId[];
}

/** Leads a symptom back to the causes that the findings and the play of some files show. `play` is undefined when there is none. */
export function traceSymptom<F extends TellingFinding>(
  symptom: SymptomId,
  findings: readonly F[],
  play: Pick<Play, 'steps'> | undefined,
): TracedSymptom<F> {
  const traced = symptoms[symptom].causes.map((id) => traceCause(id, findings, play?.steps ?? []));
  return {
    present: traced.filter(isPresent),
    possible: traced.filter((one) => !isPresent(one)).map(({ cause }) => cause),
  };
}

function traceCause<F extends TellingFinding>(
  id: CauseId,
  findings: readonly F[],
  steps: readonly PlayStep[],
): TracedCause<F> {
  const cause: Cause = causes[id];
  const step = steps.findIndex((one) => cause.told.some((told) => tells(told, one)));
  return {
    cause: id,
    findings: findings.filter((finding) => cause.found.some((found) => shows(found, finding))),
    step: step < 0 ? undefined : step,
  };
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
