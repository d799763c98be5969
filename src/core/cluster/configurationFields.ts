import { askedOnce } from '../askedOnce';
import type { KubeletConfigurationDocument } from '../documents/document';
import type { KubeadmDocument } from '../documents/kubeadm/kubeadmDocument';
import type { YamlEntry, YamlMapping, YamlNode } from '../documents/yaml/node';
import type { FieldPath } from '../kubernetes/fieldPlace';
import type { FieldLife, NearestField } from '../kubernetes/fieldSchema';
import type { Kubernetes } from '../kubernetes/kubernetes';
import type { Cluster } from './cluster';

/** What fields are asked of: the facts, at the release of a cluster. */
export interface FieldContext {
  readonly cluster: Pick<Cluster, 'target'>;
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
  return fieldsOfRun(context)(document);
}

/** Several rules ask about each configuration in one run. */
const fieldsOfRun = askedOnce((context: FieldContext) =>
  askedOnce((document: ConfigurationDocument): readonly WrittenField[] => {
    const { release } = context.cluster.target;
    const { state } = context.kubernetes.apiVersion(document.apiVersion, kindOf(document), release);
    return state === 'served' || state === 'deprecated' ? fieldsAt(document, document.root, [], context) : [];
  }),
);

/** As `writtenFields`, for the keys inside a value as if it stood at the path. */
export function fieldsAt(
  document: ConfigurationDocument,
  value: YamlNode,
  path: FieldPath,
  context: FieldContext,
): readonly WrittenField[] {
  return [...fieldsBelow(value, path, (below) => lifeOfField(document, below, context))];
}

/** Returns the life of a field in the document's kind and apiVersion; undefined where the facts list no fields. */
export function lifeOfField(
  { apiVersion, ...document }: ConfigurationDocument,
  path: FieldPath,
  { kubernetes, cluster }: FieldContext,
): FieldLife | undefined {
  const { release } = cluster.target;
  return document.type === 'kubeadm'
    ? kubernetes.kubeadmFields.field(apiVersion, document.kind, path, release)
    : kubernetes.configFields.field(apiVersion, path, release);
}

/** Returns the field of the same document that an unknown name was probably meant to be, or undefined. */
export function nearestFieldTo(
  document: ConfigurationDocument,
  path: FieldPath,
  context: FieldContext,
): NearestField | undefined {
  const answers = answersIn(context)(document);
  const key = path.join('.');
  if (!answers.has(key)) answers.set(key, findNearest(document, path, context));
  return answers.get(key);
}

/** A key that stands in a document a thousand times is compared with all fields once. */
const answersIn = askedOnce((_context: FieldContext) =>
  askedOnce((_document: ConfigurationDocument) => new Map<string, NearestField | undefined>()),
);

function findNearest(
  { apiVersion, ...document }: ConfigurationDocument,
  path: FieldPath,
  { kubernetes, cluster }: FieldContext,
): NearestField | undefined {
  const { release } = cluster.target;
  return document.type === 'kubeadm'
    ? kubernetes.kubeadmFields.nearest(apiVersion, document.kind, path, release)
    : kubernetes.configFields.nearest(apiVersion, path, release);
}

function kindOf(document: ConfigurationDocument): string {
  return document.type === 'kubeadm' ? document.kind : 'KubeletConfiguration';
}

function* fieldsBelow(
  node: YamlNode,
  path: FieldPath,
  lifeAt: (path: FieldPath) => FieldLife | undefined,
): Iterable<WrittenField> {
  if (node.kind === 'sequence') {
    for (const [index, item] of node.items.entries()) yield* fieldsBelow(item, [...path, index], lifeAt);
  }
  if (node.kind !== 'mapping') return;
  for (const entry of node.entries) {
    const { key, value } = entry;
    if (key.templated || key.value === '<<' || (path.length === 0 && HEAD.includes(key.value))) continue;
    const below = [...path, key.value];
    const life = lifeAt(below);
    if (!life) continue;
    yield { path: below, entry, parent: node, life };
    if (isRead(life) && isNested(life)) yield* fieldsBelow(value, below, lifeAt);
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
