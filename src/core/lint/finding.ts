import type { Message } from '../messages/message';
import type { FlowStepId } from '../flow/flowStep';
import type { TextEdit } from '../text/edit';
import type { Range } from '../text/range';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** A repair as data; `applyEdits` makes it. */
export interface Fix {
  readonly title: Message;
  /** Safe fixes are applied in bulk; the others are offered one at a time for a person to review. */
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
}

/** Another place that has to do with a finding. */
export interface RelatedPlace {
  readonly path: string;
  readonly range: Range;
  readonly message: Message;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly path: string;
  readonly range: Range;
  readonly message: Message;
  readonly fixes: readonly Fix[];
  readonly related: readonly RelatedPlace[];
  /** Where in the bootstrap this hurts; undefined when nowhere in particular. */
  readonly step: FlowStepId | undefined;
  readonly tags: readonly ('deprecated' | 'unnecessary')[];
}
