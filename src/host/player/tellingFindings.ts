import type { Cause } from '../../core/flow/symptoms/cause';
import { causes } from '../../core/flow/symptoms/causes';
import type { Finding } from '../../core/lint/finding';
import type { PlayFinding } from '../../core/protocol/messages';

const telling = new Set(Object.values<Cause>(causes).flatMap(({ found }) => found.map(({ rule }) => rule)));

/** Returns those findings that tell a cause of a symptom. */
export function tellingFindings(findings: readonly Finding[]): readonly PlayFinding[] {
  return findings
    .filter(({ rule }) => telling.has(rule))
    .map(({ rule, step, path, range }) => ({ rule, step, origin: { path, range } }));
}
