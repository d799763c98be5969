import type { PolicyRuleData } from '../../kubernetes/data';
import type { Release } from '../../kubernetes/release';
import { kubernetes } from '../kubernetesFacts';

const EVERYTHING: readonly PolicyRuleData[] = [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }];

/**
 * Returns the rules of a ClusterRole that kube-apiserver creates by itself in a release; undefined when it creates none of
 * that name. A role that comes with a gate is there only when `gateIsOn` says so.
 */
export function builtinRole(
  release: Release,
  name: string,
  gateIsOn: (gate: string) => boolean,
): readonly PolicyRuleData[] | undefined {
  if (name === 'cluster-admin') return EVERYTHING;
  const role = kubernetes.rbac.role(name, release);
  if (role === undefined) return undefined;
  return role.onlyWithGate === undefined || gateIsOn(role.onlyWithGate) ? role.rules : undefined;
}
