import { buildCluster } from '../cluster/buildCluster';
import type { Cluster } from '../cluster/cluster';
import { readFile } from '../documents/readFile';
import type { Kubernetes } from '../kubernetes/kubernetes';
import { SourceText } from '../text/sourceText';
import type { Scenario } from './scenario';

/** Returns the cluster that a scenario's files form, read like any reader's files. */
export function scenarioCluster({ files, release }: Scenario, kubernetes: Kubernetes): Cluster {
  const parsed = files.map(({ path, text }) => readFile(new SourceText(path, text)));
  return buildCluster(parsed, { target: release, kubernetes });
}
