import { messageCatalogue } from '../core/lint/catalogue';
import type { Severity } from '../core/lint/finding';
import type { Rule } from '../core/lint/rule';
import type { Reader } from './reader';
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

/** Returns the catalogue of rules in the order in which they are kept, with summaries for a reader. */
export function ruleEntries(rules: readonly Rule[], reader: Reader): readonly RuleEntry[] {
  const texts = reader.textsOf(messageCatalogue(rules));
  return rules.map(({ id, group, severity, lifeCycle, step, messages }) => ({
    id,
    group,
    severity,
    lifeCycle,
    step: step ?? null,
    summary: (texts[`${id}.${Object.keys(messages)[0] ?? ''}`] ?? id).replace(/\{(\w+)\}/g, '<$1>'),
    docs: rulePage(id),
  }));
}
