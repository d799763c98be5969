import type { Finding, Severity } from './finding';
import { coveredParams } from '../messages/covered';
import type { LintOptions, RuleFault } from './lintTypes';
import { outermostFindings } from './outermostFinding';
import type { Draft, Rule, RuleContext } from './rule';

/** Nobody reads more findings of one rule in one file; a rule that yields lazily stops working there. */
export const MAX_FINDINGS = 500;

/** Turns what rules draft into findings, and keeps the fault of a rule that throws. */
export class Collector {
  readonly #findings = new Map<string, Finding>();
  readonly #faults: RuleFault[] = [];
  readonly #placed: (finding: Finding) => Finding;

  constructor(
    private readonly context: RuleContext,
    private readonly severities: NonNullable<LintOptions['severities']>,
  ) {
    this.#placed = outermostFindings(context.cluster.files);
  }

  get findings(): readonly Finding[] {
    return [...this.#findings.values()];
  }

  get faults(): readonly RuleFault[] {
    return this.#faults;
  }

  /** Two equal findings are one: several kubelets may share a file. Drafts made before a rule throws stand. */
  take(rule: Rule, path: string | undefined, check: () => Iterable<Draft>): void {
    try {
      let count = 0;
      for (const draft of check()) {
        if ((count += 1) > MAX_FINDINGS) return;
        const finding = this.#placed(this.#finding(rule, draft));
        const key = JSON.stringify([finding.rule, finding.path, finding.range, finding.message]);
        if (!this.#findings.has(key)) this.#findings.set(key, finding);
      }
    } catch (error) {
      this.#faults.push({ rule: rule.id, path, error });
    }
  }

  #finding(rule: Rule, draft: Draft): Finding {
    const message = (key: string, params: Draft['params']) => ({
      id: `${rule.id}.${key}`,
      params: coveredParams(params ?? {}),
    });
    return {
      rule: rule.id,
      severity: this.#severity(rule, draft),
      path: draft.path,
      range: draft.range,
      message: message(draft.message, draft.params),
      fixes: (draft.fixes ?? []).map(({ title, params, safe, edits }) => ({
        title: message(title, params),
        safe,
        edits,
      })),
      related: (draft.related ?? []).map(({ path, range, message: key, params }) => ({
        path,
        range,
        message: message(key, params),
      })),
      step: draft.step ?? rule.step,
      tags: draft.tags ?? [],
    };
  }

  #severity(rule: Rule, draft: Draft): Severity {
    const chosen = this.severities[rule.id];
    if (chosen !== undefined && chosen !== 'off') return chosen;
    const own = draft.severity ?? rule.severity;
    const isAssumed = this.context.cluster.target.source === 'default';
    return rule.lifeCycle && own === 'error' && isAssumed ? 'warning' : own;
  }
}
