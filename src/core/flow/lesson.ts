import type { Release } from '../kubernetes/release';
import type { Message } from '../messages/message';
import type { FlowStepId } from './flowStep';
import type { Scenario } from './scenario';

/** What a built-in scenario is for, for whoever plays it. */
export interface Lesson {
  readonly teaches: Message;
  /** What would have helped; missing when nothing is broken. */
  readonly repair?: Message;
  readonly era: readonly [Release, Release];
  /** Where it stops; missing when it does not. */
  readonly stops?: FlowStepId;
}

/** Returns what a scenario is for. */
export function lessonOf({ teaches, repair, era, stops }: Scenario): Lesson {
  return { teaches, era, ...(repair && { repair }), ...(stops && { stops }) };
}
