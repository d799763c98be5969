import { buildCluster } from '../../src/core/cluster/buildCluster';
import type { Cluster } from '../../src/core/cluster/cluster';
import { readFile } from '../../src/core/documents/readFile';
import { simulate } from '../../src/core/flow/simulate';
import type { Timeline } from '../../src/core/flow/timeline';
import { createKubernetes } from '../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../src/core/kubernetes/kubernetesData';
import { SourceText } from '../../src/core/text/sourceText';
import type { Recording } from './recording';
import { setupToCluster, type SetupFile } from './setupToCluster';
import { setupToRun } from './setupToRun';

const kubernetes = createKubernetes(kubernetesData);

/** Returns the cluster that files form, in the release of the recordings. */
export function clusterOf(files: readonly SetupFile[]): Cluster {
  const parsed = files.map(({ path, text }) => readFile(new SourceText(path, text)));
  return buildCluster(parsed, { target: '1.20', kubernetes });
}

/** Returns what the simulation makes of a recording's setup. */
export function playRecording(recording: Recording): Timeline {
  return simulate(clusterOf(setupToCluster(recording)), setupToRun(recording));
}
