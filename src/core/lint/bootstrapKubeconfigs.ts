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
    const kubelet = named.get(value);
    return kubelet || /bootstrap/i.test(baseName(path)) ? [{ path, value, kubelet }] : [];
  });
});
