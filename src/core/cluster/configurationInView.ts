import { askedOnce } from '../askedOnce';
import { isIn } from '../documents/conditions';
import type { KubeletConfigurationDocument } from '../documents/document';
import { entryOf, resolved, valueAt, type YamlEntry } from '../documents/yaml/node';
import type { ConfiguredGates } from './componentInView';
import type { ClusterFacts } from './clusterFacts';
import type { InFile } from './cluster';
import { meantFields } from './misspelt';
import type { Setting, UnknownReason } from './setting';
import { gatesInConfiguration } from './writtenGate';

/** The configuration file of one kubelet as far as it is in view. */
export interface ConfigurationInView {
  /** Undefined when the command line names no file, or one that is not in view. */
  readonly document: InFile<KubeletConfigurationDocument> | undefined;
  /** Drop-ins merged into it, in order: the later wins (`str.d.merge`). */
  readonly dropIns: readonly InFile<KubeletConfigurationDocument>[];
  /** Why settings may come from a configuration that is not in view. */
  readonly unknown: readonly UnknownReason[];
}

/** Returns the gates a configuration sets. */
export function configuredGates(configuration: ConfigurationInView): ConfiguredGates {
  return {
    gates: documentsIn(configuration).flatMap(({ path, value }) => gatesInConfiguration(path, value)),
    unknown: unknownIn(configuration),
  };
}

/**
 * Returns a field of the configuration: unknown when it may stand in a file not in view, undefined when the kubelet has no
 * configuration file at all. A field that this release does not know is dropped silently (behaviour `cfg.unknownfield`).
 */
export function fieldSetting(
  configuration: ConfigurationInView,
  field: string,
  facts: ClusterFacts,
): Setting<string> | undefined {
  const documents = documentsIn(configuration);
  const [first] = documents;
  if (!first)
    return configuration.unknown.length > 0 ? { state: 'unknown', reasons: configuration.unknown } : undefined;
  const path = field.split('.');
  const life = facts.kubernetes.configFields.field(first.value.apiVersion, path, facts.release);
  const isRead = life?.state === 'known' || life?.state === 'deprecated';
  const written = isRead ? documents.flatMap((document) => writtenIn(document, path)).at(-1) : undefined;
  if (written && configuration.unknown.length === 0) return written;
  const reasons = [...unknownIn(configuration), ...misspeltIn(documents, field, facts)];
  if (isRead && reasons.length > 0) return { state: 'unknown', reasons };
  const byDefault = life?.default;
  return {
    state: 'absent',
    value: typeof byDefault === 'object' || byDefault === undefined ? undefined : String(byDefault),
  };
}

const meantIn = askedOnce((facts: ClusterFacts) =>
  askedOnce((document: KubeletConfigurationDocument) => meantFields(document, facts)),
);

/** The key is there in another spelling: config-field-unknown says so. */
function misspeltIn(
  documents: readonly InFile<KubeletConfigurationDocument>[],
  field: string,
  facts: ClusterFacts,
): readonly UnknownReason[] {
  const meant = documents.filter(({ value }) => meantIn(facts)(value).has(field));
  return meant.map(({ path }) => ({ type: 'malformed', path }));
}

/** Returns the configuration with its drop-ins, in the order in which they take effect. */
export function documentsIn({
  document,
  dropIns,
}: ConfigurationInView): readonly InFile<KubeletConfigurationDocument>[] {
  return document ? [document, ...dropIns] : dropIns;
}

function unknownIn(configuration: ConfigurationInView): readonly UnknownReason[] {
  const { document, unknown } = configuration;
  const templated = documentsIn(configuration).find(({ value }) => value.templated);
  if (templated) return [...unknown, { type: 'templated', path: templated.path }];
  const changed = documentsIn(configuration).find(({ value }) => value.changedLater);
  if (changed) return [...unknown, { type: 'changed-later', path: changed.path }];
  return document?.value.partial ? [...unknown, { type: 'component-not-in-view', component: 'kubelet' }] : unknown;
}

/** An empty value leaves the field unset, as Go's decoder does. */
function writtenIn(
  { path, value: document }: InFile<KubeletConfigurationDocument>,
  keys: readonly string[],
): readonly Setting<string>[] {
  const entry = entryOf(valueAt(document.root, keys.slice(0, -1)), keys.at(-1) ?? '');
  const value = resolved(entry?.value);
  if (entry === undefined || (value?.kind === 'scalar' && value.type === 'null')) return [];
  const isConditional = isIn(entry.key.range, document.conditionalParts ?? []) || isEitherOr(document, keys);
  return [isConditional ? templated(path) : writtenField(path, keys, entry)];
}

/** The branches of a template write one key each; which of them counts is not known. */
function isEitherOr({ root, templated }: KubeletConfigurationDocument, path: readonly string[]): boolean {
  const parent = resolved(valueAt(root, path.slice(0, -1)));
  if (!templated || parent?.kind !== 'mapping') return false;
  return parent.entries.filter(({ key }) => key.value === path.at(-1)).length > 1;
}

function templated(path: string): Setting<string> {
  return { state: 'unknown', reasons: [{ type: 'templated', path }] };
}

function writtenField(path: string, keys: readonly string[], entry: YamlEntry): Setting<string> {
  const value = resolved(entry.value);
  if (value?.kind !== 'scalar') return { state: 'unknown', reasons: [{ type: 'malformed', path }] };
  if (value.templated) return templated(path);
  const text = value.type === 'boolean' ? value.value.toLowerCase() : value.value;
  return {
    state: 'set',
    value: text,
    written: keys.join('.'),
    origin: { path, range: { start: entry.key.range.start, end: entry.value.range.end } },
  };
}
