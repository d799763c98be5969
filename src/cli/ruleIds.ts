import { nearest } from '../core/kubernetes/nearest';
import { rules } from '../core/lint/rules/index';
import type { SeverityByRule } from './arguments';
import { UsageError } from './usageError';

/** Throws a UsageError when a severity is given to a rule that does not exist. */
export function checkRuleIds(severities: SeverityByRule): void {
  const ids = rules.map(({ id }) => id);
  for (const id of Object.keys(severities)) {
    if (ids.includes(id)) continue;
    const near = nearest(id, ids);
    throw near === undefined
      ? new UsageError('cli.usage.noRule', { id })
      : new UsageError('cli.usage.noRuleNear', { id, near });
  }
}
