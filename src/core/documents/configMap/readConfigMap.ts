import type { Document } from '../document';
import { uneditable } from '../flags/flagLineEditor';
import { readKubeadm } from '../kubeadm/readKubeadm';
import { isKubeletConfiguration, kubeletConfigurationOf } from '../kubernetesYaml/kubeletConfiguration';
import { headOf, type YamlObject } from '../kubernetesYaml/yamlObject';
import { cutDocuments } from '../yaml/cutDocuments';
import { maskTemplates, templatesIn } from '../yaml/maskTemplates';
import { resolved, valueOf } from '../yaml/node';
import { readTree } from '../yaml/readTree';
import { embeddedText, type EmbeddedText } from './embeddedText';
import { mapTree } from './mapTree';

const OURS = /apiVersion["'\\]*[ \t]*:[ \t]*["'\\]*(?:kubelet\.config\.k8s\.io|kubeletconfig|kubeadm\.k8s\.io)\//;

/**
 * Returns the configurations that a ConfigMap carries as text: KubeletConfiguration (`kubelet` in kubeadm's
 * `kubelet-config`) and kubeadm's own (`ClusterConfiguration` in `kubeadm-config`). Nothing for any other object.
 */
export function readConfigMap(object: YamlObject): readonly Document[] {
  const { source, root, head } = object;
  const data = valueOf(root, 'data');
  if (head.kind !== 'ConfigMap' || head.apiVersion !== 'v1' || data?.kind !== 'mapping') return [];
  return data.entries.flatMap(({ value }) => {
    const scalar = resolved(value);
    if (scalar?.kind !== 'scalar' || !OURS.test(source.slice(scalar.range))) return [];
    const embedded = embeddedText(source, scalar);
    return embedded ? documentsIn(object, embedded) : [];
  });
}

/** What cannot be parsed is left alone: the ConfigMap itself is well-formed. */
function documentsIn(outer: YamlObject, { content, isEditable }: EmbeddedText): readonly Document[] {
  const masked = maskTemplates(content.text);
  const documents = cutDocuments(masked.text, 0).flatMap((range) => {
    const tree = readTree(content.text, masked, range);
    const root = 'problem' in tree || !tree.root ? undefined : mapTree(tree.root, content);
    if (root?.kind !== 'mapping') return [];
    const templates = templatesIn(masked.templates, range);
    const templated = outer.templated || templates.some(({ type }) => type === 'line');
    const object = { source: outer.source, root, head: headOf(root), templates, templated };
    return isKubeletConfiguration(object.head) ? [kubeletConfigurationOf(object)] : readKubeadm(object);
  });
  return isEditable ? documents : documents.map(withoutEditing);
}

/** Escapes stand between the text and the file: an edit would have to be escaped as well. */
function withoutEditing(document: Document): Document {
  const editor = { set: () => undefined, remove: () => undefined };
  if (document.type === 'kubelet-configuration' || document.type === 'kubeadm') return { ...document, editor };
  if (document.type !== 'flags') return document;
  return { ...document, commandLines: document.commandLines.map((line) => ({ ...line, editor: uneditable })) };
}
