import { buildCluster } from '../../src/core/cluster/buildCluster';
import { readFile } from '../../src/core/documents/readFile';
import { simulate } from '../../src/core/flow/simulate';
import type { Timeline } from '../../src/core/flow/timeline';
import { createKubernetes } from '../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../src/core/kubernetes/kubernetesData';
import { SourceText } from '../../src/core/text/sourceText';
import type { Recording } from './recording';
import { setupToCluster } from './setupToCluster';
import { setupToRun } from './setupToRun';

const kubernetes = createKubernetes(kubernetesData);

/** Returns what the simulation makes of a recording's setup. */
export function playRecording(recording: Recording): Timeline {
  const files = setupToCluster(recording).map(({ path, text }) => readFile(new SourceText(path, text)));
  return simulate(buildCluster(files, { target: '1.20', kubernetes }), setupToRun(recording));
}
