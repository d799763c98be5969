import type { EmbeddedFile } from '../embedded/embeddedFile';
import type { YamlObject } from '../kubernetesYaml/yamlObject';
import { valueAt, valueOf } from '../yaml/node';
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
export function clusterApiFiles({ source, root, head }: YamlObject): readonly EmbeddedFile[] {
  const path = GROUPS.test(head.apiVersion) ? SPECS.get(head.kind) : undefined;
  const spec = path && valueAt(root, path);
  if (!spec) return [];
  return [
    ...writtenFiles(source, valueOf(spec, 'files')),
    ...scriptsIn(source, valueOf(spec, 'preKubeadmCommands'), 'preKubeadmCommands.sh'),
    ...scriptsIn(source, valueOf(spec, 'postKubeadmCommands'), 'postKubeadmCommands.sh'),
  ];
}
