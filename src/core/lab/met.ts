import type { Message } from '../messages/message';
import type { Condition } from './condition';

/** Returns what a condition that holds says, in a sentence. */
export function metMessage(condition: Condition): Message {
  const say = (params: Readonly<Record<string, string>> = {}): Message => ({ id: `lab.met.${condition.type}`, params });
  switch (condition.type) {
    case 'ready-on-day':
      return say({ day: String(condition.day) });
    case 'quiet':
      return say({ rule: condition.rule });
    case 'renewed':
    case 'serving-certificate':
    case 'client-certificates-live':
      return say();
  }
}
