import { askedOnce } from '../askedOnce';
import type { Cluster, InFile, KubeletInView } from '../cluster/cluster';
import { bootstrapKubeconfigOf, kubeconfigsInView } from '../cluster/kubeconfigInView';
import { baseName } from '../cluster/paths';
import type { KubeconfigDocument } from '../documents/kubeconfig/kubeconfigDocument';

/** A kubeconfig that is for bootstrapping, and a kubelet that names it. */
export interface BootstrapKubeconfig extends InFile<KubeconfigDocument> {
  readonly kubelet: KubeletInView | undefined;
}

/** Returns the kubeconfigs that a kubelet in view bootstraps with, and those whose file name says that one does. */
export const bootstrapKubeconfigs = askedOnce((cluster: Cluster): readonly BootstrapKubeconfig[] => {
  const named = new Map(
    cluster.kubelets.map((kubelet) => [bootstrapKubeconfigOf(cluster, kubelet)?.value, kubelet] as const),
  );
  return kubeconfigsInView(cluster).flatMap(({ path, value }) => {
    if (isPart(cluster, value)) return [];
    const kubelet = named.get(value);
    return kubelet || /bootstrap/i.test(baseName(path)) ? [{ path, value, kubelet }] : [];
  });
});

/** A script may write one part of a kubeconfig and another script the rest. */
function isPart({ files }: Cluster, document: KubeconfigDocument): boolean {
  const { clusters, users, contexts } = document;
  if ([clusters, users, contexts].every(({ length }) => length > 0)) return false;
  return files.some(({ source, documents }) => source.outer !== undefined && documents.includes(document));
}
