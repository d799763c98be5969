import type { LintOptions, LintResult } from '../lint/lintTypes';
import { askedByRules, SilentRules } from '../lint/askedByRules';
import { rules } from '../lint/rules/index';
import { bindingsOf, kubeconfigsOf, tokensOf } from './accessOverview';
import { approvalsOf, requestsOf } from './requestOverview';
import { componentOverview } from './componentOverview';
import { contradictionsAmong } from './contradictions';
import type { Overview } from './overview';
import { Places } from './places';

/** Returns what a folder's files mean together. Costs about what linting them costs, since the rules are asked what they miss. */
export function overviewOf({ cluster }: Pick<LintResult, 'cluster'>, options: LintOptions): Overview {
  const { kubernetes, now, severities } = options;
  const active = rules.filter(({ id }) => severities?.[id] !== 'off');
  const silent = new SilentRules(askedByRules(active, cluster, { kubernetes, now }));
  const places = new Places(cluster.files);
  const facts = { cluster, kubernetes, silent, places };
  const { kubelets, controllerManagers, apiServers, target } = cluster;
  const components = [...kubelets, ...controllerManagers, ...apiServers].map((one) => componentOverview(one, facts));
  return {
    target: target.evidence ? { ...target, evidence: places.outermost(target.evidence) } : target,
    components,
    bindings: bindingsOf(facts),
    tokens: tokensOf(cluster, places),
    kubeconfigs: kubeconfigsOf(cluster, places),
    requests: requestsOf(facts),
    approvals: approvalsOf(facts),
    contradictions: contradictionsAmong(components, facts),
  };
}
