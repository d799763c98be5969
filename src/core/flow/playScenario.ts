import type { Kubernetes } from '../kubernetes/kubernetes';
import type { Play } from './play';
import { playOf } from './playOf';
import type { Scenario } from './scenario';
import { scenarioCluster } from './scenarioCluster';
import { simulate } from './simulate';

/** Returns the play of a built-in scenario. */
export function playScenario(scenario: Scenario, kubernetes: Kubernetes): Play {
  const timeline = simulate(scenarioCluster(scenario, kubernetes), { id: scenario.id, ...scenario.run });
  return playOf(timeline, scenario.title);
}
