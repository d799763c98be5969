import type { LintOptions, LintResult } from '../lint/lintTypes';
import { askedByRules, SilentRules } from '../lint/askedByRules';
import { rules } from '../lint/rules/index';
import { bindingsOf, kubeconfigsOf, tokensOf } from './accessOverview';
import { approvalsOf, requestsOf } from './requestOverview';
import { componentOverview, type OverviewFacts } from './componentOverview';
import type { ComponentOverview, Contradiction, Overview } from './overview';
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
    contradictions: [...components, ...together(facts)].flatMap(contradictionsIn),
  };
}

/** Where several describe one component of the control plane, what they say together. */
function together(facts: OverviewFacts): readonly ComponentOverview[] {
  const { controllerManager, controllerManagers, apiServer, apiServers } = facts.cluster;
  const several = [
    controllerManagers.length > 1 ? controllerManager : undefined,
    apiServers.length > 1 ? apiServer : undefined,
  ];
  return several.flatMap((component) => (component ? [componentOverview(component, facts)] : []));
}

/** One for each set of files, with the first setting that it leaves open. */
function contradictionsIn({ component, settings }: ComponentOverview): readonly Contradiction[] {
  const found = new Map<string, Contradiction>();
  for (const { name, reasons } of settings) {
    for (const reason of reasons) {
      if (reason.type !== 'contradiction') continue;
      const key = reason.paths.join('\n');
      if (!found.has(key)) found.set(key, { component, setting: name, paths: reason.paths });
    }
  }
  return [...found.values()];
}
