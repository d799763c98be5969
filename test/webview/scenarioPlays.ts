import { flowCatalogue } from '../../src/core/flow/catalogue';
import type { Play } from '../../src/core/flow/play';
import { playScenario } from '../../src/core/flow/playScenario';
import { scenarioById } from '../../src/core/flow/scenarios/index';
import { createKubernetes } from '../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../src/core/kubernetes/kubernetesData';
import type { Release } from '../../src/core/kubernetes/release';
import type { Catalogue } from '../../src/core/messages/message';
import { playerTexts } from '../../src/core/protocol/playerTexts';

const kubernetes = createKubernetes(kubernetesData);

/** Returns the play of a built-in scenario, at its own release or another. */
export function scenarioPlay(id: string, release?: Release): Play {
  const scenario = scenarioById(id);
  if (!scenario) throw new Error(`no scenario ${id}`);
  return playScenario(release ? { ...scenario, release } : scenario, kubernetes);
}

/** All that the page says of built-in scenarios. */
export const scenarioTexts: Catalogue = { ...flowCatalogue, ...playerTexts };
