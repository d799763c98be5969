import type { Range } from '../../text/range';
import type { SourceText } from '../../text/sourceText';
import type { Document, KubeletConfigurationDocument, RbacDocument } from '../document';
import { documentInsertion, itemInsertion } from '../rbac/rbacInsertion';
import { readRbac, type ObjectHead } from '../rbac/readRbac';
import type { Template } from '../yaml/maskTemplates';
import { itemsOf, scalarOf, valueOf, type YamlMapping, type YamlNode } from '../yaml/node';
import { yamlEditor } from '../yaml/yamlEditor';

const KUBELET_GROUPS = ['kubelet.config.k8s.io', 'kubeletconfig', 'componentconfig'];

/** Returns what a YAML document is; `range` reaches from marker to marker, `templates` are those in it. */
export function documentOf(
  source: SourceText,
  root: YamlNode | undefined,
  range: Range,
  templates: readonly Template[],
): Document {
  if (root?.kind === 'mapping') {
    const head = headOf(root);
    const templated = templates.some(({ type }) => type === 'line') || hasTemplatedKey(root);
    if (isKubeletConfiguration(head)) return kubeletConfiguration(source, root, head, templated);
    const rbac = rbacDocument(source, root, range, templates, templated);
    if (rbac) return rbac;
    return {
      type: 'other-yaml',
      range: root.range,
      apiVersion: head.apiVersion || undefined,
      kind: head.kind || undefined,
      root,
    };
  }
  return { type: 'other-yaml', range: root?.range ?? range, apiVersion: undefined, kind: undefined, root };
}

function headOf(root: YamlMapping): ObjectHead {
  return { apiVersion: scalarOf(root, 'apiVersion')?.value ?? '', kind: scalarOf(root, 'kind')?.value ?? '' };
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

/** An item of a ClusterRoleBindingList may leave out what the list says. */
function itemHead(item: ObjectHead, list: ObjectHead): ObjectHead {
  return { apiVersion: item.apiVersion || list.apiVersion, kind: item.kind || list.kind.slice(0, -'List'.length) };
}

function hasTemplatedKey(root: YamlMapping): boolean {
  return root.entries.some(({ key, value }) => key.templated || (value.kind === 'mapping' && hasTemplatedKey(value)));
}
