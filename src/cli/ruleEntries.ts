import type { Severity } from '../core/lint/finding';
import type { Rule } from '../core/lint/rule';
import { rulePage } from './report';

/** One rule as `rules --format json` prints it. */
export interface RuleEntry {
  readonly id: string;
  readonly group: Rule['group'];
  readonly severity: Severity;
  /** True when errors become warnings while the release is only assumed. */
  readonly lifeCycle: boolean;
  readonly step: string | null;
  /** What the rule says of a finding; names in angle brackets stand for what it fills in. */
  readonly summary: string;
  readonly docs: string;
}

/** Returns the catalogue of rules in the order in which they are kept. */
export function ruleEntries(rules: readonly Rule[]): readonly RuleEntry[] {
  return rules.map(({ id, group, severity, lifeCycle, step, messages }) => ({
    id,
    group,
    severity,
    lifeCycle,
    step: step ?? null,
    summary: (Object.values(messages)[0] ?? id).replace(/\{(\w+)\}/g, '<$1>'),
    docs: rulePage(id),
  }));
}
