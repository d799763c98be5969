import { createBuiltinRbac } from '../../kubernetes/builtinRbac';
import type { PolicyRuleData } from '../../kubernetes/data';
import { kubernetesData } from '../../kubernetes/kubernetesData';
import type { Release } from '../../kubernetes/release';
import { createReleases } from '../../kubernetes/releases';

const rbac = createBuiltinRbac(kubernetesData.rbac, createReleases(kubernetesData.releases));

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
  const role = rbac.role(name, release);
  if (role === undefined) return undefined;
  return role.onlyWithGate === undefined || gateIsOn(role.onlyWithGate) ? role.rules : undefined;
}
