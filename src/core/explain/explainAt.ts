import type { Cluster } from '../cluster/cluster';
import type { ParsedFile } from '../documents/document';
import type { Kubernetes } from '../kubernetes/kubernetes';
import type { Explanation } from './explanation';
import { explainField } from './explainField';
import { explainFlag } from './explainFlag';
import { explainGate } from './explainGate';
import { explainName } from './explainName';
import { termAt } from './termAt';

/**
 * Returns what is known of the flag, feature gate, configuration field, built-in role or signer at an offset of a file of
 * the cluster. Undefined for anything else, and for what no release has.
 */
export function explainAt(
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
    case 'name':
      return explainName(term, cluster, kubernetes);
  }
}
