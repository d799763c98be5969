import type { KubeconfigDocument } from '../documents/kubeconfig/kubeconfigDocument';
import type { Cluster, InFile, KubeletInView } from './cluster';
import { matchPath } from './paths';
import type { Setting } from './setting';

/** Returns the kubeconfigs of all files, in the order written. */
export function kubeconfigsInView({ files }: Pick<Cluster, 'files'>): readonly InFile<KubeconfigDocument>[] {
  return files.flatMap(({ source, documents }) =>
    documents.flatMap((document) => (document.type === 'kubeconfig' ? [{ path: source.path, value: document }] : [])),
  );
}

/**
 * Returns the kubeconfig that a setting names; undefined when it is not in view, when several files fit equally well, or
 * when the file belongs to one of the `rivals`.
 */
export function kubeconfigNamedBy(
  cluster: Pick<Cluster, 'files'>,
  setting: Setting<string>,
  rivals: readonly string[] = [],
): InFile<KubeconfigDocument> | undefined {
  if (setting.state !== 'set') return undefined;
  const query = { written: setting.value, from: setting.origin.path, rivals };
  const match = matchPath(query, kubeconfigsInView(cluster));
  return match.type === 'found' ? match.item : undefined;
}

/** Returns the kubeconfig with which a kubelet bootstraps; undefined when it is not in view. */
export function bootstrapKubeconfigOf(
  cluster: Pick<Cluster, 'files' | 'kubelets'>,
  kubelet: KubeletInView,
): InFile<KubeconfigDocument> | undefined {
  const rivals = cluster.kubelets.filter((other) => other !== kubelet).map(({ path }) => path);
  return kubeconfigNamedBy(cluster, kubelet.bootstrapKubeconfig, rivals);
}
