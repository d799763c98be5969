import type { InFile, Target } from '../../cluster/cluster';
import type { RbacObject } from '../../documents/rbacObject';
import { kubernetes } from '../kubernetesFacts';

const REFUSED = new Set(['removed', 'not-yet', 'unknown']);

/**
 * Returns the objects whose apiVersion the release serves (api-versions.json): no other can be created, and what was created
 * outlives an upgrade. What kubectl makes has the version that fits, and while the release is only assumed all are taken.
 */
export function servedObjects<T extends RbacObject>(
  objects: readonly InFile<T>[],
  { release, source }: Target,
): readonly InFile<T>[] {
  if (source === 'default') return objects;
  return objects.filter(
    ({ value: { apiVersion, apiVersionRange, kind } }) =>
      apiVersionRange === undefined || !REFUSED.has(kubernetes.apiVersion(apiVersion, kind, release).state),
  );
}
