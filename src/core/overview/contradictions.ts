import type { Cluster } from '../cluster/cluster';
import type { Kubernetes } from '../kubernetes/kubernetes';
import { SilentRules } from '../lint/askedByRules';
import { componentOverview, type OverviewFacts } from './componentOverview';
import type { ComponentOverview, Contradiction } from './overview';
import { Places } from './places';

/** Returns the files that contradict each other, so that nothing is joined from them. */
export function contradictionsOf(cluster: Cluster, kubernetes: Kubernetes): readonly Contradiction[] {
  const facts = { cluster, kubernetes, silent: new SilentRules([]), places: new Places(cluster.files) };
  const { kubelets, controllerManagers, apiServers } = cluster;
  // Most files contradict nothing, and to describe a component is work.
  const components = [...kubelets, ...controllerManagers, ...apiServers].filter(({ unknown }) =>
    unknown.some(({ type }) => type === 'contradiction'),
  );
  return contradictionsAmong(
    components.map((one) => componentOverview(one, facts)),
    facts,
  );
}

/** As `contradictionsOf`, for components that are at hand. */
export function contradictionsAmong(
  components: readonly ComponentOverview[],
  facts: OverviewFacts,
): readonly Contradiction[] {
  return [...components, ...together(facts)].flatMap(contradictionsIn);
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
