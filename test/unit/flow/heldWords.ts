import { checksOf } from '../../../src/core/flow/held/checks';
import { fieldsOf } from '../../../src/core/flow/held/heldFields';
import type { HeldThing } from '../../../src/core/flow/held/heldThing';
import { summaryOf, titleOf } from '../../../src/core/flow/held/heldTitle';
import type { Message } from '../../../src/core/messages/message';

/** Returns everything that is said in words about something held. */
export function wordsOf(thing: HeldThing): readonly Message[] {
  const fields = fieldsOf(thing).flatMap(({ id, values }) => [
    { id: `flow.field.${id}`, params: {} },
    { id: `flow.field.${id}.for`, params: {} },
    ...values.flatMap((value) => (value.type === 'words' ? [value.message] : [])),
  ]);
  return [titleOf(thing), summaryOf(thing), ...fields, ...checksOf(thing, 0).map(({ look }) => look)];
}
