import type { Cluster, ComponentInView } from '../cluster/cluster';
import { watchedCluster, type AskedSetting } from '../cluster/watchedCluster';
import type { Rule, RuleContext } from './rule';

/** A setting with the rule that asked for it. */
export interface AskedByRule extends AskedSetting {
  readonly rule: string;
}

/**
 * Returns what each rule asks for when it judges a cluster: the rules are run to see. Costs about what linting costs.
 * Silencing comments do not matter here.
 */
export function askedByRules(
  rules: readonly Rule[],
  cluster: Cluster,
  context: Pick<RuleContext, 'kubernetes' | 'now'>,
): readonly AskedByRule[] {
  return rules.flatMap((rule) => {
    const asked: AskedByRule[] = [];
    const watched = watchedCluster(cluster, (setting) => asked.push({ ...setting, rule: rule.id }));
    run(rule, watched, { ...context, cluster: watched });
    return asked;
  });
}

/** A rule that throws has asked what it has asked. */
function run(rule: Rule, cluster: Cluster, context: RuleContext): void {
  try {
    if (rule.scope === 'cluster') Array.from(rule.check(cluster, context));
    if (rule.scope === 'file') for (const file of cluster.files) Array.from(rule.check(file, context));
  } catch {
    return;
  }
}

/** Ids of the rules that asked for a setting and cannot say anything because nobody knows it. */
export class SilentRules {
  readonly #rules = new Map<ComponentInView, Map<string, Set<string>>>();

  constructor(asked: readonly AskedByRule[]) {
    for (const { component, name, setting, rule } of asked) {
      if (setting.state !== 'unknown') continue;
      const settings = this.#rules.get(component) ?? new Map<string, Set<string>>();
      this.#rules.set(component, settings.set(name, (settings.get(name) ?? new Set()).add(rule)));
    }
  }

  /** Returns the ids for one setting of a component, sorted. */
  of(component: ComponentInView, name: string): readonly string[] {
    return [...(this.#rules.get(component)?.get(name) ?? [])].sort();
  }
}
