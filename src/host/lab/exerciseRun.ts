import type { Cluster } from '../../core/cluster/cluster';
import { exerciseById } from '../../core/lab/exercises/index';
import { runOf } from '../../core/lab/judge';
import type { ScenarioRun } from '../../core/flow/scenarioRun';
import type { ClusterView } from '../clusterView';
import { exerciseOf } from './exerciseFiles';

/** Returns how the files of an exercise are played when they are judged; undefined for a folder of the reader's own. */
export function exerciseRun({ folder, options }: ClusterView, cluster: Cluster): ScenarioRun | undefined {
  const exercise = exerciseById(exerciseOf(folder) ?? '');
  return exercise && runOf(exercise, cluster, options.kubernetes);
}
