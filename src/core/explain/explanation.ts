import type { SourceOrigin } from '../cluster/setting';
import type { FlowStepId } from '../flow/flowStep';
import type { Message } from '../messages/message';
import type { Range } from '../text/range';

/** A sentence, with the place in the files it speaks of. */
export interface ExplanationPart {
  readonly message: Message;
  readonly place?: SourceOrigin;
}

/** What is known of the flag, gate, field, role or signer at one place. Texts are Markdown. */
export interface Explanation {
  /** The name as written. */
  readonly range: Range;
  readonly title: Message;
  /** What it is for; undefined where the facts do not say. */
  readonly purpose: Message | undefined;
  /** What the target release makes of it. */
  readonly state: Message;
  /** When it came, changed and went, oldest first. */
  readonly life: readonly Message[];
  /** What takes its place, what belongs to it, what is in force. */
  readonly parts: readonly ExplanationPart[];
  /** Id of the rule that is about it; undefined when none is. */
  readonly rule: string | undefined;
  /** Where in the bootstrap it matters; undefined when nowhere in particular. */
  readonly step: FlowStepId | undefined;
}
