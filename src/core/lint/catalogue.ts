import type { Catalogue } from '../messages/message';
import type { Rule } from './rule';

/** Returns the English texts of all rules under their message ids, `<rule id>.<key>`. */
export function messageCatalogue(rules: readonly Rule[]): Catalogue {
  return Object.fromEntries(
    rules.flatMap((rule) => Object.entries(rule.messages).map(([key, text]) => [`${rule.id}.${key}`, text])),
  );
}
