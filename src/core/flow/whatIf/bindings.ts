import type { Cluster, InFile } from '../../cluster/cluster';
import type { Located, RoleBindingObject } from '../../documents/rbacObject';
import { kubernetes } from '../kubernetesFacts';
import type { WhatIf } from './whatIf';

/**
 * Returns the toggle of a ClusterRoleBinding of a built-in role: it is made when nothing binds the role, and loses its
 * subjects when something does. Files without any binding leave open which ones there are, so nothing is turned over there.
 */
export function roleBinding(role: string, group: string): WhatIf {
  return {
    exists: (release) => kubernetes.rbac.role(role, release) !== undefined,
    instead: (cluster) => {
      if (cluster.rbac.bindings.length === 0) return undefined;
      return isBound(cluster, role)
        ? { id: 'flow.whatIf.unbound', params: { role } }
        : { id: 'flow.whatIf.bound', params: { role, group } };
    },
    apply: (cluster) => {
      const { bindings } = cluster.rbac;
      const turned = isBound(cluster, role)
        ? bindings.map((binding) => (binds(binding, role) ? withoutSubjects(binding) : binding))
        : [...bindings, ...bindings.slice(0, 1).map(({ path }) => ({ path, value: newBinding(role, group) }))];
      return { ...cluster, rbac: { ...cluster.rbac, bindings: turned } };
    },
  };
}

function isBound({ rbac }: Cluster, role: string): boolean {
  return rbac.bindings.some((binding) => binds(binding, role) && binding.value.subjects.length > 0);
}

function binds({ value }: InFile<RoleBindingObject>, role: string): boolean {
  return value.kind === 'ClusterRoleBinding' && value.roleRef.name.value === role;
}

function withoutSubjects({ path, value }: InFile<RoleBindingObject>): InFile<RoleBindingObject> {
  return { path, value: { ...value, subjects: [] } };
}

function newBinding(role: string, group: string): RoleBindingObject {
  const range = { start: 0, end: 0 };
  const here = (value: string): Located<string> => ({ value, range });
  const subject = { kind: here('Group'), name: here(group), namespace: undefined, apiGroup: undefined, range };
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    name: here(role),
    namespace: undefined,
    range,
    templated: false,
    roleRef: { kind: 'ClusterRole', name: here(role), range },
    subjects: [subject],
  };
}
