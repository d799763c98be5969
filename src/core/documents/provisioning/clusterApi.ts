import type { FlagsDocument } from '../document';
import type { EmbeddedFile } from '../embedded/embeddedFile';
import { kubeadmFlags } from '../kubeadm/readKubeadm';
import type { YamlObject } from '../kubernetesYaml/yamlObject';
import { valueAt, valueOf, type YamlNode } from '../yaml/node';
import { writtenFiles } from './cloudInit';
import { scriptsIn } from './scripts';

const GROUPS = /^(?:bootstrap|controlplane)\.cluster\.x-k8s\.io\//;

/** Where the kinds of Cluster API hold what becomes cloud-init (cluster-api, bootstrap/kubeadm/api). */
const SPECS: ReadonlyMap<string, readonly string[]> = new Map([
  ['KubeadmConfig', ['spec']],
  ['KubeadmConfigTemplate', ['spec', 'template', 'spec']],
  ['KubeadmControlPlane', ['spec', 'kubeadmConfigSpec']],
  ['KubeadmControlPlaneTemplate', ['spec', 'template', 'spec', 'kubeadmConfigSpec']],
]);

/** Returns the files and commands that a node gets from Cluster API; nothing for any other object. */
export function clusterApiFiles(object: YamlObject): readonly EmbeddedFile[] {
  const spec = specOf(object);
  if (!spec) return [];
  const { source } = object;
  return [
    ...writtenFiles(source, valueOf(spec, 'files')),
    ...scriptsIn(source, valueOf(spec, 'preKubeadmCommands'), 'preKubeadmCommands.sh'),
    ...scriptsIn(source, valueOf(spec, 'postKubeadmCommands'), 'postKubeadmCommands.sh'),
  ];
}

/** Each is written as kubeadm's own file of this kind, without its head. */
const KUBEADM_KINDS = ['ClusterConfiguration', 'InitConfiguration', 'JoinConfiguration'];

/** Returns the arguments of components that Cluster API hands to kubeadm; nothing for any other object. */
export function readClusterApi(object: YamlObject): readonly FlagsDocument[] {
  const spec = specOf(object);
  if (!spec) return [];
  return KUBEADM_KINDS.flatMap((kind) => {
    const root = valueOf(spec, kind.charAt(0).toLowerCase() + kind.slice(1));
    const head = { apiVersion: 'kubeadm.k8s.io/v1beta3', kind };
    return root?.kind === 'mapping' ? kubeadmFlags({ ...object, root, head }) : [];
  });
}

function specOf({ root, head }: YamlObject): YamlNode | undefined {
  const path = GROUPS.test(head.apiVersion) ? SPECS.get(head.kind) : undefined;
  return path && valueAt(root, path);
}
