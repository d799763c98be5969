import type { FlowStepId } from '../flowStep';

/** What shows in a play that a cause is at work: one of its sentences, at one step, with certain words of the program. */
export interface ToldBy {
  /** Id of the sentence without `flow.step.`. */
  readonly sentence: string;
  readonly step?: FlowStepId;
  readonly words?: string;
}

/** A rule whose findings show that a cause is at work; with a step, only those that hurt there. */
export interface FoundBy {
  readonly rule: string;
  readonly step?: FlowStepId;
}

/** Why somebody sees a symptom. Its texts are `flow.cause.<id>` and, for the repair, `flow.cause.<id>.fix`. */
export interface Cause {
  readonly found: readonly FoundBy[];
  readonly told: readonly ToldBy[];
  /** The built-in scenario that shows it; undefined when none does. */
  readonly shown: { readonly scenario: string; readonly step: FlowStepId } | undefined;
}
