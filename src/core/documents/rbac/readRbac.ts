import type { Range } from '../../text/range';
import type { Located, PolicyRule, RbacObject, RbacSubject } from '../rbacObject';
import { hasTemplate, type Template } from '../yaml/maskTemplates';
import { itemsOf, resolved, valueAt, valueOf, type YamlMapping, type YamlNode } from '../yaml/node';

const ROLE_KINDS = ['ClusterRole', 'Role'] as const;
const BINDING_KINDS = ['ClusterRoleBinding', 'RoleBinding'] as const;

/** What a manifest says it is; for an item of a list without its own words, what the list says. */
export interface ObjectHead {
  readonly apiVersion: string;
  readonly kind: string;
}

/** Returns whether this is a Role, ClusterRole or a binding of one, in any version of the API. */
export function isRbac({ apiVersion, kind }: ObjectHead): boolean {
  const kinds: readonly string[] = [...ROLE_KINDS, ...BINDING_KINDS];
  return apiVersion.startsWith('rbac.authorization.k8s.io/') && kinds.includes(kind);
}

/** Returns the RBAC object a mapping describes, or undefined for any other object; `templates` are those of its document. */
export function readRbac(head: ObjectHead, root: YamlMapping, templates: readonly Template[]): RbacObject | undefined {
  if (!isRbac(head)) return undefined;
  const metadataName = valueAt(root, ['metadata', 'name']);
  const base = {
    apiVersion: head.apiVersion,
    name: locatedText(metadataName) ?? { value: '', range: root.range },
    namespace: textOf(valueAt(root, ['metadata', 'namespace'])),
    range: root.range,
    templated: isTemplated(root, metadataName, templates),
    ...apiVersionRange(root),
  };
  const roleKind = ROLE_KINDS.find((kind) => kind === head.kind);
  if (roleKind)
    return {
      kind: roleKind,
      rules: rulesOf(root),
      aggregates: aggregatesOf(root),
      labels: textsOf(valueAt(root, ['metadata', 'labels'])),
      ...base,
    };
  const bindingKind = BINDING_KINDS.find((kind) => kind === head.kind);
  return (
    bindingKind && {
      kind: bindingKind,
      roleRef: roleRefOf(root),
      subjects: itemsOf(valueOf(root, 'subjects')).map(subjectOf),
      ...base,
    }
  );
}

/** Two of them are the branches of a template. */
function apiVersionRange({ entries }: YamlMapping): Pick<RbacObject, 'apiVersionRange'> {
  const [entry, ...others] = entries.filter(({ key }) => key.value === 'apiVersion');
  return entry && others.length === 0 ? { apiVersionRange: entry.value.range } : {};
}

const PARTS_THAT_MATTER = ['rules', 'aggregationRule', 'roleRef', 'subjects'];

function isTemplated(root: YamlMapping, name: YamlNode | undefined, templates: readonly Template[]): boolean {
  const parts = [name, ...PARTS_THAT_MATTER.map((key) => valueOf(root, key))];
  const inPart = parts.some(
    (part) => part !== undefined && (isTemplatedScalar(part) || hasTemplateInside(templates, part.range)),
  );
  return inPart || templates.some(({ type }) => type === 'line');
}

function isTemplatedScalar(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.templated;
}

function hasTemplateInside(templates: readonly Template[], range: Range): boolean {
  return range.end > range.start && hasTemplate(templates, range);
}

function roleRefOf(root: YamlMapping): { kind: string; name: Located<string>; range: Range } {
  const roleRef = valueOf(root, 'roleRef');
  const range = roleRef?.range ?? root.range;
  return {
    kind: textOf(valueOf(roleRef, 'kind')) ?? '',
    name: locatedText(valueOf(roleRef, 'name')) ?? { value: '', range },
    range,
  };
}

function subjectOf(node: YamlNode): RbacSubject {
  const missing = { value: '', range: node.range };
  return {
    kind: locatedText(valueOf(node, 'kind')) ?? missing,
    name: locatedText(valueOf(node, 'name')) ?? missing,
    namespace: locatedText(valueOf(node, 'namespace')),
    apiGroup: locatedText(valueOf(node, 'apiGroup')),
    range: node.range,
  };
}

function rulesOf(root: YamlMapping): readonly PolicyRule[] {
  return itemsOf(valueOf(root, 'rules')).map((rule) => ({
    apiGroups: listOf(rule, 'apiGroups'),
    resources: listOf(rule, 'resources'),
    resourceNames: listOf(rule, 'resourceNames'),
    verbs: listOf(rule, 'verbs'),
    nonResourceURLs: listOf(rule, 'nonResourceURLs'),
    range: rule.range,
  }));
}

function aggregatesOf(root: YamlMapping): readonly Readonly<Record<string, string>>[] | undefined {
  const rule = valueOf(root, 'aggregationRule');
  if (!rule) return undefined;
  return itemsOf(valueOf(rule, 'clusterRoleSelectors')).map((selector) => textsOf(valueOf(selector, 'matchLabels')));
}

function textsOf(node: YamlNode | undefined): Readonly<Record<string, string>> {
  if (node?.kind !== 'mapping') return {};
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.value, textOf(resolved(value)) ?? '']));
}

function listOf(rule: YamlNode, key: string): readonly string[] {
  return itemsOf(valueOf(rule, key)).flatMap((item) => textOf(item) ?? []);
}

function textOf(node: YamlNode | undefined): string | undefined {
  return node?.kind === 'scalar' && node.type !== 'null' ? node.value : undefined;
}

function locatedText(node: YamlNode | undefined): Located<string> | undefined {
  const value = textOf(node);
  return value === undefined || !node ? undefined : { value, range: node.range };
}
