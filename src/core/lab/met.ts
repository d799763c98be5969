import type { Message } from '../messages/message';
import type { Condition } from './condition';

/** Returns what a condition that holds says, in a sentence. */
export function metMessage(condition: Condition): Message {
  const say = (what: string, params: Readonly<Record<string, string>> = {}): Message => ({
    id: `lab.met.${what}`,
    params,
  });
  switch (condition.type) {
    case 'ready-on-day':
      return say(condition.type, { day: String(condition.day) });
    case 'quiet':
      return say(condition.rule);
    case 'renewed':
    case 'serving-certificate':
    case 'client-certificates-live':
      return say(condition.type);
  }
}
