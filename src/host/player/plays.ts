import type { Cluster } from '../../core/cluster/cluster';
import type { Play } from '../../core/flow/play';
import { playOf } from '../../core/flow/playOf';
import type { Scenario } from '../../core/flow/scenario';
import { workspaceRun } from '../../core/flow/scenarioRun';
import { scenarioById, scenarios } from '../../core/flow/scenarios/index';
import { simulate } from '../../core/flow/simulate';
import type { WhatIf } from '../../core/flow/whatIf/whatIf';
import { withWhatIfs } from '../../core/flow/whatIf/withWhatIfs';
import type { ScenarioChoice } from '../../core/protocol/messages';
import type { ClusterView } from '../clusterView';
import { exerciseRun } from '../lab/exerciseRun';
import { hostText, playerCatalogue, textOf } from '../texts';

/** The scenario that is the reader's own files. */
export const WORKSPACE = 'workspace';

/** What the player begins with when nothing else is asked for. */
export const defaultScenario = scenarios[0]?.id ?? WORKSPACE;

/** Returns the play of a folder's files in another world: `cluster` is what they mean there, `chosen` are its what-ifs. */
export function playOfFiles(view: ClusterView, cluster: Cluster, chosen: readonly WhatIf[]): Play {
  const run = withWhatIfs({ ...(exerciseRun(view, cluster) ?? workspaceRun), id: WORKSPACE }, chosen);
  return playOf(simulate(cluster, run), { id: 'host.ownFiles', params: {} }, playerCatalogue());
}

/** Returns the texts of a built-in scenario's files, to which the evidence in its play points. */
export function filesOfScenario(id: string): Scenario['files'] {
  return scenarioById(id)?.files ?? [];
}

/** Returns what can be chosen: the reader's own files when a folder is in play, and the built-in scenarios. */
export function scenarioChoices(folder: string | undefined): readonly ScenarioChoice[] {
  const builtIn = scenarios.map(({ id, title }) => ({ id, title: textOf(title) }));
  if (folder === undefined) return builtIn;
  return [{ id: WORKSPACE, title: hostText('host.ownFilesIn', { folder }) }, ...builtIn];
}
