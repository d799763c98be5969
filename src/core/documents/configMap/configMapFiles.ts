import type { EmbeddedFile } from '../embedded/embeddedFile';
import { scalarText } from '../embedded/scalarText';
import type { YamlObject } from '../kubernetesYaml/yamlObject';
import { resolved, valueOf } from '../yaml/node';

/**
 * Returns the files that a ConfigMap carries, by their keys: KubeletConfiguration (`kubelet` in kubeadm's
 * `kubelet-config`), kubeadm's own (`ClusterConfiguration` in `kubeadm-config`), units and scripts. Nothing for any
 * other object.
 */
export function configMapFiles({ source, root, head }: YamlObject): readonly EmbeddedFile[] {
  const data = valueOf(root, 'data');
  if (head.kind !== 'ConfigMap' || head.apiVersion !== 'v1' || data?.kind !== 'mapping') return [];
  return data.entries.flatMap(({ key, value }) => {
    const scalar = resolved(value);
    const isText = scalar?.kind === 'scalar' && scalar.style !== 'plain';
    const text = isText ? scalarText(source, scalar) : undefined;
    return text ? [{ path: key.value, ...text }] : [];
  });
}
