import type { Cluster, InFile, KubeletInView } from '../../cluster/cluster';
import { isRead, pathText, writtenFields, type WrittenField } from '../../cluster/configurationFields';
import { recordedError } from '../../cluster/decodeError';
import { fieldProblems, type FieldProblem } from '../../cluster/fieldProblem';
import { valueIn } from '../../cluster/setting';
import type { KubeletConfigurationDocument } from '../../documents/document';
import { entryOf } from '../../documents/yaml/node';
import { isAtLeast, type Release } from '../../kubernetes/release';
import { kubernetes } from '../kubernetesFacts';
import type { Evidence } from '../timeline';
import type { StartFailure } from './failure';
import { namesMissingFile } from './missingFile';

/** A value that a kubelet cannot decode. */
interface BadValue {
  readonly words: string;
  readonly evidence: Evidence;
}

/**
 * Returns why a kubelet cannot decode its configuration: a value of another type than its field in the file (config-strictness.md,
 * `str.k.type.old`, `str.k.type`) or in what its drop-ins make of it (`str.d.merge`). Undefined when it can, for releases whose
 * fields are only likely, and for lists of choices, which are no matter of decoding.
 */
export function configurationFailure(kubelet: KubeletInView, release: Release): StartFailure | undefined {
  const { configuration, configurations } = kubelet;
  const unread = configuration && unreadVersion(kubelet, configuration, release);
  if (unread) return unread;
  if (kubernetes.releases.confidence('kubelet', release) === 'likely') return undefined;
  const [bad] = configuration === undefined ? [] : badValues(configuration, release);
  if (configuration && bad) {
    const { words, evidence } = bad;
    const path = valueIn(kubelet.flag('config')) ?? configuration.path;
    return { message: `failed to load Kubelet config file ${path}, error failed to decode${words}`, evidence };
  }
  const [merged] = badValuesMerged(
    configurations.filter((one) => one !== configuration),
    release,
  );
  if (merged === undefined) return undefined;
  const { words, evidence } = merged;
  return { message: `failed to unmarshal merged JSON into kubelet configuration${words}`, evidence };
}

/** An apiVersion that the release does not read, or does not read any more (`str.k.gvk`). */
function unreadVersion(
  kubelet: KubeletInView,
  { path, value: document }: InFile<KubeletConfigurationDocument>,
  release: Release,
): StartFailure | undefined {
  const { apiVersion, root, headRange } = document;
  const { state } = kubernetes.apiVersion(apiVersion, 'KubeletConfiguration', release);
  if (state === 'served' || state === 'deprecated' || !isAtLeast(release, '1.10')) return undefined;
  const { key, value } = entryOf(root, 'apiVersion') ?? {};
  if (value?.kind === 'scalar' && value.templated) return undefined;
  const file = valueIn(kubelet.flag('config')) ?? path;
  const range = key && value ? { start: key.range.start, end: value.range.end } : headRange;
  return {
    message: `failed to load Kubelet config file ${file}, error failed to decode: no kind "KubeletConfiguration" is registered for version ${JSON.stringify(apiVersion)}`,
    evidence: { setting: 'apiVersion', value: apiVersion, origin: { path, range } },
    inAnyRelease: state === 'unknown',
  };
}

function badValues(file: InFile<KubeletConfigurationDocument>, release: Release): readonly BadValue[] {
  return fieldsOf(file, release).flatMap((field) => badValuesOf(field, file.path, release));
}

/** The later drop-in wins, so a value that another takes the place of stops nothing. */
function badValuesMerged(
  dropIns: readonly InFile<KubeletConfigurationDocument>[],
  release: Release,
): readonly BadValue[] {
  const byField = new Map<string, readonly BadValue[]>();
  for (const dropIn of dropIns)
    for (const field of fieldsOf(dropIn, release))
      byField.set(pathText(field.path), badValuesOf(field, dropIn.path, release));
  return [...byField.values()].flat();
}

function fieldsOf(
  { value: document }: InFile<KubeletConfigurationDocument>,
  release: Release,
): readonly WrittenField[] {
  const target: Cluster['target'] = { release, source: 'option', evidence: undefined };
  return writtenFields(document, { cluster: { target }, kubernetes }).filter(({ life }) => isRead(life));
}

function badValuesOf(field: WrittenField, path: string, release: Release): readonly BadValue[] {
  const problems = fieldProblems(field.entry.value, field.life).filter(({ wanted }) => wanted !== 'choice');
  return problems.flatMap((problem) => {
    const isGate = field.path[0] === 'featureGates' && problem.item !== undefined;
    if (isGate) return [];
    return [{ words: wordsOf(field, problem, release), evidence: evidenceOf(path, field, problem) }];
  });
}

/** What the decoder says, as far as it was recorded: up to 1.22 with the Go path of a field of the file itself. */
function wordsOf({ path }: WrittenField, problem: FieldProblem, release: Release): string {
  const recorded = recordedError('kubelet', problem, release);
  if (recorded === undefined) return '';
  const [name, ...below] = path;
  const isOwnBoolean = problem.wanted === 'boolean' && below.length === 0 && problem.item === undefined;
  if (!isOwnBoolean || name === undefined) return `: ${recorded}`;
  return isAtLeast(release, '1.23')
    ? `: json: ${recorded} KubeletConfiguration.${String(name)} of type bool`
    : `: v1beta1.KubeletConfiguration.${goName(String(name))}: ${recorded}`;
}

/** Go writes abbreviations in capitals. */
function goName(field: string): string {
  return field.replace(/^(?:tls|cpu|.)/, (start) => start.toUpperCase());
}

/** A value in a map has a name of its own, one in a list that of the list. */
function evidenceOf(path: string, { path: names, entry }: WrittenField, { node, item }: FieldProblem): Evidence {
  const inMap = entry.value.kind === 'mapping' ? entry.value.entries.find(({ value }) => value === node) : undefined;
  const setting = pathText(item === undefined ? names : [...names, item]);
  const range = { start: (inMap ?? entry).key.range.start, end: node.range.end };
  return { setting, value: node.kind === 'scalar' ? node.value : undefined, origin: { path, range } };
}

/** Returns why a kubelet does not start whose configuration file is not there (recorded on 1.20); undefined when it names none. */
export function missingConfiguration(cluster: Cluster, kubelet: KubeletInView): StartFailure | undefined {
  const setting = kubelet.flag('config');
  if (setting.state !== 'set' || kubelet.configuration !== undefined || !namesMissingFile(cluster, setting))
    return undefined;
  const { written, value, origin } = setting;
  const why = `failed to read kubelet config file ${JSON.stringify(value)}, error: open ${value}: no such file or directory`;
  const evidence = { setting: written, value, origin };
  return { message: `failed to load Kubelet config file ${value}, error ${why}`, evidence };
}
