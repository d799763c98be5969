import type { Cluster } from '../cluster/cluster';
import type { SourceOrigin } from '../cluster/setting';
import type { ParsedFile } from '../documents/document';
import type { Kubernetes } from '../kubernetes/kubernetes';
import { outermostPlace } from '../text/outerText';
import type { Explanation } from './explanation';
import { explainField } from './explainField';
import { explainFlag } from './explainFlag';
import { explainGate } from './explainGate';
import { explainName } from './explainName';
import { explainRequest } from './explainRequest';
import { innerOffset } from './innerOffset';
import { termAt } from './termAt';

/**
 * Returns what is known of the flag, feature gate, configuration field, built-in role, signer or request at an offset of a file of
 * the cluster, or of a file inside it. Undefined for anything else, and for what no release has.
 */
export function explainAt(
  file: ParsedFile,
  offset: number,
  cluster: Cluster,
  kubernetes: Kubernetes,
): Explanation | undefined {
  const found = explainIn(file, offset, cluster, kubernetes);
  const placed = (place: SourceOrigin): SourceOrigin => {
    const source = cluster.files.find((other) => other.source.path === place.path)?.source;
    return source ? outermostPlace(source, place.range) : place;
  };
  return (
    found && {
      ...found,
      parts: found.parts.map((part) => (part.place ? { ...part, place: placed(part.place) } : part)),
    }
  );
}

function explainIn(
  file: ParsedFile,
  offset: number,
  cluster: Cluster,
  kubernetes: Kubernetes,
): Explanation | undefined {
  for (const inner of file.embedded) {
    const { outer, text } = inner.source;
    const at = outer && innerOffset(text, outer, offset);
    const found = at === undefined ? undefined : explainIn(inner, at, cluster, kubernetes);
    if (found && outer) return { ...found, range: outer.rangeOf(found.range) };
  }
  return explainHere(file, offset, cluster, kubernetes);
}

function explainHere(
  file: ParsedFile,
  offset: number,
  cluster: Cluster,
  kubernetes: Kubernetes,
): Explanation | undefined {
  const term = termAt(file, offset);
  switch (term?.type) {
    case undefined:
      return undefined;
    case 'flag':
      return explainFlag(term, cluster, kubernetes);
    case 'gate':
      return explainGate(term, cluster, kubernetes);
    case 'field':
      return explainField(term, cluster, kubernetes);
    case 'request':
      return explainRequest(term, cluster, kubernetes);
    case 'name':
      return explainName(term, cluster, kubernetes);
  }
}
