import type { ParsedFile } from '../documents/document';
import { withEmbedded } from '../documents/readFile';
import type { Kubernetes } from '../kubernetes/kubernetes';
import type { Release } from '../kubernetes/release';
import { agreedComponent } from './agreedComponent';
import type { Cluster } from './cluster';
import { commandsInView } from './commandsInView';
import { componentInView } from './componentInView';
import type { ClusterFacts } from './clusterFacts';
import { kubeletsInView } from './kubeletsInView';
import { rbacInView } from './rbacInView';
import { chooseTarget } from './target';

export interface ClusterOptions {
  /** The release to judge against; `auto` takes evidence in the files, else the newest known. */
  readonly target: Release | 'auto';
  readonly kubernetes: Kubernetes;
}

/** Returns what a set of files means together: documents joined into the settings of each component. Never throws. */
export function buildCluster(given: readonly ParsedFile[], { target: asked, kubernetes }: ClusterOptions): Cluster {
  const files = withEmbedded(given);
  const target = chooseTarget(files, asked, kubernetes);
  const sources = new Map(files.map(({ source }) => [source.path, source]));
  const facts: ClusterFacts = { kubernetes, release: target.release, sources };
  const commands = commandsInView(files);
  const of = (component: string) => commands.filter((command) => command.component === component);
  const controllerManagers = of('kube-controller-manager').map((command) => componentInView(command, facts));
  const apiServers = of('kube-apiserver').map((command) => componentInView(command, facts));
  return {
    target,
    files,
    kubelets: kubeletsInView(files, of('kubelet'), facts),
    controllerManager: agreedComponent(controllerManagers),
    controllerManagers,
    apiServer: agreedComponent(apiServers),
    apiServers,
    rbac: rbacInView(files),
  };
}
