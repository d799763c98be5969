import type { Range } from '../../text/range';
import type { SourceText } from '../../text/sourceText';
import { readBootstrapToken } from '../bootstrapToken/readBootstrapToken';
import { readCertificateSigningRequest } from '../certificateSigningRequest/readCertificateSigningRequest';
import type { Document, KubeletConfigurationDocument, RbacDocument } from '../document';
import { readKubeconfig } from '../kubeconfig/readKubeconfig';
import { documentInsertion, itemInsertion } from '../rbac/rbacInsertion';
import { readRbac, type ObjectHead } from '../rbac/readRbac';
import type { Template } from '../yaml/maskTemplates';
import { itemsOf, scalarOf, valueOf, type YamlMapping, type YamlNode } from '../yaml/node';
import { yamlEditor } from '../yaml/yamlEditor';
import { headOf, itemHead, objectsIn, type ObjectReader } from './yamlObject';

const KUBELET_GROUPS = ['kubelet.config.k8s.io', 'kubeletconfig', 'componentconfig'];

/** Kinds besides KubeletConfiguration and RBAC, each read by its own module; also where they are items of a list. */
const readers: readonly ObjectReader[] = [readBootstrapToken, readKubeconfig, readCertificateSigningRequest];

/**
 * Returns what a YAML document is: usually one thing, several for a list of objects of different kinds. `range` reaches
 * from marker to marker, `templates` are those in it.
 */
export function documentsOf(
  source: SourceText,
  root: YamlNode | undefined,
  range: Range,
  templates: readonly Template[],
): readonly Document[] {
  if (root?.kind === 'mapping') {
    const head = headOf(root);
    const templated = templates.some(({ type }) => type === 'line') || hasTemplatedKey(root);
    if (isKubeletConfiguration(head)) return [kubeletConfiguration(source, root, head, templated)];
    const rbac = rbacDocument(source, root, range, templates, templated);
    const objects = objectsIn({ source, root, head, templates, templated });
    const others = objects.flatMap((object) => readers.flatMap((read) => read(object)));
    if (rbac) return [rbac, ...others];
    if (others.length > 0) return others;
    return [
      {
        type: 'other-yaml',
        range: root.range,
        apiVersion: head.apiVersion || undefined,
        kind: head.kind || undefined,
        root,
      },
    ];
  }
  return [{ type: 'other-yaml', range: root?.range ?? range, apiVersion: undefined, kind: undefined, root }];
}

function isKubeletConfiguration({ apiVersion, kind }: ObjectHead): boolean {
  return kind === 'KubeletConfiguration' && KUBELET_GROUPS.includes(apiVersion.slice(0, apiVersion.indexOf('/')));
}

function kubeletConfiguration(
  source: SourceText,
  root: YamlMapping,
  head: ObjectHead,
  templated: boolean,
): KubeletConfigurationDocument {
  return {
    type: 'kubelet-configuration',
    range: root.range,
    apiVersion: head.apiVersion,
    root,
    headRange: scalarOf(root, 'kind')?.range ?? root.range,
    templated,
    editor: yamlEditor(source, root, templated),
  };
}

function rbacDocument(
  source: SourceText,
  root: YamlMapping,
  range: Range,
  templates: readonly Template[],
  templated: boolean,
): RbacDocument | undefined {
  const head = headOf(root);
  const single = readRbac(head, root, templates);
  if (single) {
    const insertion = documentInsertion(source, root, range, templated);
    return { type: 'rbac', range: root.range, objects: [single], insertion, templated: single.templated };
  }
  const items = valueOf(root, 'items');
  if (!head.kind.endsWith('List') || items?.kind !== 'sequence') return undefined;
  const objects = itemsOf(items).flatMap((item) =>
    item.kind === 'mapping' ? (readRbac(itemHead(headOf(item), head), item, templates) ?? []) : [],
  );
  if (objects.length === 0) return undefined;
  const insertion = itemInsertion(source, root, items, templated);
  return { type: 'rbac', range: root.range, objects, insertion, templated: objects.some((object) => object.templated) };
}

function hasTemplatedKey(root: YamlMapping): boolean {
  return root.entries.some(({ key, value }) => key.templated || (value.kind === 'mapping' && hasTemplatedKey(value)));
}
