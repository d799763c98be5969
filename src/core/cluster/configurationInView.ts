import type { KubeletConfigurationDocument } from '../documents/document';
import { entryOf, resolved, valueAt, type YamlEntry } from '../documents/yaml/node';
import type { ClusterFacts, ConfiguredGates } from './componentInView';
import type { InFile } from './cluster';
import type { Setting, UnknownReason } from './setting';
import { gatesInConfiguration } from './writtenGate';

/** The configuration file of one kubelet as far as it is in view. */
export interface ConfigurationInView {
  /** Undefined when the command line names no file, or one that is not in view. */
  readonly document: InFile<KubeletConfigurationDocument> | undefined;
  /** Why settings may come from a configuration that is not in view. */
  readonly unknown: readonly UnknownReason[];
}

/** Returns the gates a configuration sets. */
export function configuredGates(configuration: ConfigurationInView): ConfiguredGates {
  const { document } = configuration;
  return {
    gates: document ? gatesInConfiguration(document.path, document.value) : [],
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
  const { document } = configuration;
  if (!document)
    return configuration.unknown.length > 0 ? { state: 'unknown', reasons: configuration.unknown } : undefined;
  const path = field.split('.');
  const life = facts.kubernetes.configFields.field(document.value.apiVersion, path, facts.release);
  const isRead = life?.state === 'known' || life?.state === 'deprecated';
  const entry = isRead ? entryAt(document.value, path) : undefined;
  if (entry) return writtenField(document.path, entry);
  const reasons = unknownIn(configuration);
  if (isRead && reasons.length > 0) return { state: 'unknown', reasons };
  const byDefault = life?.default;
  return {
    state: 'absent',
    value: typeof byDefault === 'object' || byDefault === undefined ? undefined : String(byDefault),
  };
}

function unknownIn({ document, unknown }: ConfigurationInView): readonly UnknownReason[] {
  if (document?.value.templated) return [...unknown, { type: 'templated', path: document.path }];
  return document?.value.partial ? [...unknown, { type: 'component-not-in-view', component: 'kubelet' }] : unknown;
}

/** An empty value leaves the field unset, as Go's decoder does. */
function entryAt({ root }: KubeletConfigurationDocument, path: readonly string[]): YamlEntry | undefined {
  const entry = entryOf(valueAt(root, path.slice(0, -1)), path.at(-1) ?? '');
  const value = resolved(entry?.value);
  return value?.kind === 'scalar' && value.type === 'null' ? undefined : entry;
}

function writtenField(path: string, entry: YamlEntry): Setting<string> {
  const value = resolved(entry.value);
  if (value?.kind !== 'scalar') return { state: 'unknown', reasons: [{ type: 'malformed', path }] };
  if (value.templated) return { state: 'unknown', reasons: [{ type: 'templated', path }] };
  const text = value.type === 'boolean' ? value.value.toLowerCase() : value.value;
  return {
    state: 'set',
    value: text,
    origin: { path, range: { start: entry.key.range.start, end: entry.value.range.end } },
  };
}
