import { askedOnce } from '../askedOnce';
import type { KubeletConfigurationDocument } from '../documents/document';
import type { KubeadmDocument } from '../documents/kubeadm/kubeadmDocument';
import type { YamlEntry, YamlMapping, YamlNode } from '../documents/yaml/node';
import type { FieldLife } from '../kubernetes/fieldLife';
import type { FieldPath, FieldPlace } from '../kubernetes/fieldPlace';
import type { NearestField } from '../kubernetes/fieldSchema';
import { Answers } from '../kubernetes/answers';
import type { Kubernetes } from '../kubernetes/kubernetes';
import type { Release } from '../kubernetes/release';

/** What fields are asked of: the facts, at the release of a cluster. */
export interface FieldContext {
  readonly cluster: { readonly target: { readonly release: Release } };
  readonly kubernetes: Kubernetes;
}

/** A document whose fields the facts list. */
export type ConfigurationDocument = KubeletConfigurationDocument | KubeadmDocument;

/** Returns the program that reads the document. */
export function readerOf({ type }: ConfigurationDocument): 'kubelet' | 'kubeadm' {
  return type === 'kubeadm' ? 'kubeadm' : 'kubelet';
}

/** A key of a configuration with what the target release makes of it. */
export interface WrittenField {
  readonly path: FieldPath;
  readonly entry: YamlEntry;
  readonly parent: YamlMapping;
  readonly life: FieldLife;
}

/** Keys that every configuration file has and the schema does not list. */
const HEAD = ['apiVersion', 'kind'];

/**
 * Returns the keys of a configuration from the top down, as far as the target release knows the fields above them; none
 * when the release does not read this apiVersion at all. What a template makes, a `<<` takes in or an alias stands for is
 * left out.
 */
export function writtenFields(document: ConfigurationDocument, context: FieldContext): readonly WrittenField[] {
  const { state } = context.kubernetes.apiVersion(
    document.apiVersion,
    kindOf(document),
    context.cluster.target.release,
  );
  return state === 'served' || state === 'deprecated' ? listedFields(document, context) : [];
}

/** As `writtenFields`, also where the release does not read the apiVersion. */
export function listedFields(document: ConfigurationDocument, context: FieldContext): readonly WrittenField[] {
  const { release } = context.cluster.target;
  return fieldsIn(context.kubernetes)(document).get(release, '', () => fieldsAt(document, document.root, [], context));
}

/** Several rules ask about each configuration, and so does the next run while the document stays as it is. */
const fieldsIn = askedOnce((_kubernetes: Kubernetes) =>
  askedOnce((_document: ConfigurationDocument) => new Answers<readonly WrittenField[]>()),
);

/** As `writtenFields`, for the keys inside a value as if it stood at the path. */
export function fieldsAt(
  document: ConfigurationDocument,
  value: YamlNode,
  path: FieldPath,
  context: FieldContext,
): readonly WrittenField[] {
  const fields: WrittenField[] = [];
  const root = rootOf(document, context);
  if (root) collectBelow(value, path, root.at(path), fields);
  return fields;
}

/** Returns the life of a field in the document's kind and apiVersion; undefined where the facts list no fields. */
export function lifeOfField(
  document: ConfigurationDocument,
  path: FieldPath,
  context: FieldContext,
): FieldLife | undefined {
  return rootOf(document, context)?.at(path).life;
}

function rootOf(document: ConfigurationDocument, { kubernetes, cluster }: FieldContext): FieldPlace | undefined {
  const { release } = cluster.target;
  return document.type === 'kubeadm'
    ? kubernetes.kubeadmFields.root(document.apiVersion, document.kind, release)
    : kubernetes.configFields.root(document.apiVersion, release);
}

/** Returns the field of the same document that an unknown name was probably meant to be, or undefined. */
export function nearestFieldTo(
  document: ConfigurationDocument,
  path: FieldPath,
  context: FieldContext,
): NearestField | undefined {
  const { release } = context.cluster.target;
  const find = (): { readonly nearest?: NearestField } => {
    const nearest = findNearest(document, path, context);
    return nearest ? { nearest } : {};
  };
  return nearestIn(context.kubernetes)(document).get(release, path.join('.'), find).nearest;
}

/** A key that stands in a document a thousand times is compared with all fields once. */
const nearestIn = askedOnce((_kubernetes: Kubernetes) =>
  askedOnce((_document: ConfigurationDocument) => new Answers<{ readonly nearest?: NearestField }>()),
);

function findNearest(
  document: ConfigurationDocument,
  path: FieldPath,
  { kubernetes, cluster }: FieldContext,
): NearestField | undefined {
  const { release } = cluster.target;
  return document.type === 'kubeadm'
    ? kubernetes.kubeadmFields.nearest(document.apiVersion, document.kind, path, release)
    : kubernetes.configFields.nearest(document.apiVersion, path, release);
}

function kindOf(document: ConfigurationDocument): string {
  return document.type === 'kubeadm' ? document.kind : 'KubeletConfiguration';
}

function collectBelow(node: YamlNode, path: FieldPath, place: FieldPlace, fields: WrittenField[]): void {
  if (node.kind === 'sequence') {
    for (const [index, item] of node.items.entries()) {
      collectBelow(item, [...path, index], place.below(index), fields);
    }
  }
  if (node.kind !== 'mapping') return;
  for (const entry of node.entries) {
    const { key, value } = entry;
    if (key.templated || key.value === '<<' || (path.length === 0 && HEAD.includes(key.value))) continue;
    const below = [...path, key.value];
    const placeBelow = place.below(key.value);
    const { life } = placeBelow;
    fields.push({ path: below, entry, parent: node, life });
    if (isRead(life) && isNested(life)) collectBelow(value, below, placeBelow, fields);
  }
}

/** Returns whether the target release has the field. */
export function isRead({ state }: FieldLife): boolean {
  return state === 'known' || state === 'deprecated';
}

function isNested({ type }: FieldLife): boolean {
  return type === 'object' || type === 'list of object';
}

/** Returns a path as people write it: `authentication.x509.clientCAFile`, `registerWithTaints[0].key`. */
export function pathText(path: FieldPath): string {
  const text = path.reduce<string>(
    (before, step) =>
      typeof step === 'number' ? `${before}[${String(step)}]` : before === '' ? step : `${before}.${step}`,
    '',
  );
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
