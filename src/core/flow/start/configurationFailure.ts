import type { Cluster, InFile, KubeletInView } from '../../cluster/cluster';
import { isRead, pathText, writtenFields, type WrittenField } from '../../cluster/configurationFields';
import { recordedError } from '../../cluster/decodeError';
import { fieldProblems, type FieldProblem } from '../../cluster/fieldProblem';
import type { KubeletConfigurationDocument } from '../../documents/document';
import type { Release } from '../../kubernetes/release';
import { kubernetes } from '../kubernetesFacts';
import type { Evidence } from '../timeline';
import type { StartFailure } from './startFailure';

/**
 * Returns why a kubelet cannot decode its configuration file: a value of another type than its field (config-strictness.md,
 * `str.k.type.old`, `str.k.type`). Undefined when it can, for releases whose fields are only likely, and for lists of choices,
 * which are no matter of decoding.
 */
export function configurationFailure(kubelet: KubeletInView, release: Release): StartFailure | undefined {
  const { configuration } = kubelet;
  if (configuration === undefined || kubernetes.releases.confidence('kubelet', release) === 'likely') return undefined;
  const target: Cluster['target'] = { release, source: 'option', evidence: undefined };
  const [failure] = failuresIn(configuration, { cluster: { target }, kubernetes });
  return failure;
}

function* failuresIn(
  { path, value: document }: InFile<KubeletConfigurationDocument>,
  context: Parameters<typeof writtenFields>[1],
): Iterable<StartFailure> {
  for (const field of writtenFields(document, context)) {
    if (!isRead(field.life)) continue;
    const { path: names, entry, life } = field;
    const problems = fieldProblems(entry.value, life).filter(({ wanted }) => wanted !== 'choice');
    for (const problem of problems) {
      const isGate = names[0] === 'featureGates' && problem.item !== undefined;
      if (isGate) continue;
      const words = recordedError('kubelet', problem, context.cluster.target.release);
      yield {
        message: `failed to load Kubelet config file ${path}, error failed to decode${words === undefined ? '' : `: ${words}`}`,
        evidence: evidenceOf(path, field, problem),
      };
    }
  }
}

/** A value in a map has a name of its own, one in a list that of the list. */
function evidenceOf(path: string, { path: names, entry }: WrittenField, { node, item }: FieldProblem): Evidence {
  const inMap = entry.value.kind === 'mapping' ? entry.value.entries.find(({ value }) => value === node) : undefined;
  const setting = pathText(item === undefined ? names : [...names, item]);
  const range = { start: (inMap ?? entry).key.range.start, end: node.range.end };
  return { setting, value: node.kind === 'scalar' ? node.value : undefined, origin: { path, range } };
}
