import type { Range } from '../../text/range';
import type { SourceText } from '../../text/sourceText';
import { readBootstrapToken } from '../bootstrapToken/readBootstrapToken';
import { readCertificateSigningRequest } from '../certificateSigningRequest/readCertificateSigningRequest';
import type { Document, RbacDocument } from '../document';
import { readKubeadm } from '../kubeadm/readKubeadm';
import { readKubeconfig } from '../kubeconfig/readKubeconfig';
import { readClusterApi } from '../provisioning/clusterApi';
import { documentInsertion, itemInsertion } from '../rbac/rbacInsertion';
import { readRbac } from '../rbac/readRbac';
import { readWorkload } from '../workload/readWorkload';
import type { Template } from '../yaml/maskTemplates';
import { itemsOf, valueOf, type YamlMapping, type YamlNode } from '../yaml/node';
import { isKubeletConfiguration, kubeletConfigurationOf } from './kubeletConfiguration';
import { headOf, itemHead, objectsIn, type ObjectReader } from './yamlObject';

/** Kinds besides KubeletConfiguration and RBAC, each read by its own module; also where they are items of a list. */
const readers: readonly ObjectReader[] = [
  readBootstrapToken,
  readKubeconfig,
  readCertificateSigningRequest,
  readKubeadm,
  readClusterApi,
  readWorkload,
];

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
    const object = { source, root, head, templates, templated };
    if (isKubeletConfiguration(head)) return [kubeletConfigurationOf(object)];
    const rbac = rbacDocument(source, root, range, templates, templated);
    const objects = objectsIn(object);
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
