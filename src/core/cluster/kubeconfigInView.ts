import { askedOnce } from '../askedOnce';
import type { KubeconfigDocument } from '../documents/kubeconfig/kubeconfigDocument';
import type { ParsedFile } from '../documents/document';
import type { Cluster, InFile, KubeletInView } from './cluster';
import { PathFinder } from './pathFinder';
import { foldersOf, type Folders } from './paths';
import type { Setting } from './setting';

/** Returns the kubeconfigs of all files, in the order written. */
export function kubeconfigsInView({ files }: Pick<Cluster, 'files'>): readonly InFile<KubeconfigDocument>[] {
  return kubeconfigsOf(files);
}

const kubeconfigsOf = askedOnce((files: readonly ParsedFile[]): readonly InFile<KubeconfigDocument>[] =>
  files.flatMap(({ source, documents }) =>
    documents.flatMap((document) => (document.type === 'kubeconfig' ? [{ path: source.path, value: document }] : [])),
  ),
);

const finderOf = askedOnce((files: readonly ParsedFile[]) => new PathFinder(kubeconfigsOf(files)));

const foldersOfAll = askedOnce((kubelets: readonly KubeletInView[]) => kubelets.map(({ path }) => foldersOf(path)));

/**
 * Returns the kubeconfig that a setting names; undefined when it is not in view, when several files fit equally well, or
 * when the file belongs to one of the `rivals`.
 */
export function kubeconfigNamedBy(
  { files }: Pick<Cluster, 'files'>,
  setting: Setting<string>,
  rivals: readonly Folders[] = [],
): InFile<KubeconfigDocument> | undefined {
  if (setting.state !== 'set') return undefined;
  const match = finderOf(files).find({ written: setting.value, from: setting.origin.path, rivals });
  return match.type === 'found' ? match.item : undefined;
}

/** Returns the kubeconfig that lies at a path of the node; undefined when it is not in view, or several may be it. */
export function kubeconfigAt({ files }: Pick<Cluster, 'files'>, path: string): InFile<KubeconfigDocument> | undefined {
  const match = finderOf(files).find({ written: path, from: '', rivals: [] });
  return match.type === 'found' ? match.item : undefined;
}

/** Returns the kubeconfig with which a kubelet bootstraps; undefined when it is not in view. */
export function bootstrapKubeconfigOf(
  cluster: Pick<Cluster, 'files' | 'kubelets'>,
  kubelet: KubeletInView,
): InFile<KubeconfigDocument> | undefined {
  return kubeconfigAmongOthers(cluster, kubelet, kubelet.bootstrapKubeconfig);
}

/** Returns the kubeconfig a kubelet works with; undefined when it is not in view. */
export function kubeconfigOf(
  cluster: Pick<Cluster, 'files' | 'kubelets'>,
  kubelet: KubeletInView,
): InFile<KubeconfigDocument> | undefined {
  return kubeconfigAmongOthers(cluster, kubelet, kubelet.kubeconfig);
}

function kubeconfigAmongOthers(
  { files, kubelets }: Pick<Cluster, 'files' | 'kubelets'>,
  kubelet: KubeletInView,
  setting: Setting<string>,
): InFile<KubeconfigDocument> | undefined {
  if (setting.state !== 'set' || kubeconfigsOf(files).length === 0) return undefined;
  const named = namedIn(kubelets);
  if (!named.has(setting)) {
    const own = kubelets.indexOf(kubelet);
    const rivals = foldersOfAll(kubelets).filter((_, index) => index !== own);
    named.set(setting, kubeconfigNamedBy({ files }, setting, rivals));
  }
  return named.get(setting);
}

/** Several rules ask about each kubelet. */
const namedIn = askedOnce(
  (_kubelets: readonly KubeletInView[]) => new Map<Setting<string>, InFile<KubeconfigDocument> | undefined>(),
);
