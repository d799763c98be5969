import type { Cluster } from '../cluster/cluster';
import { RbacAccess, type Permission } from '../cluster/rbacAccess';
import type { RbacSubject, RoleObject } from '../documents/rbacObject';
import type { Kubernetes } from '../kubernetes/kubernetes';
import { KUBELET_SERVING_SIGNER } from '../kubernetes/signers';

const UPDATE_APPROVAL: Permission = {
  verb: 'update',
  apiGroup: 'certificates.k8s.io',
  resource: 'certificatesigningrequests/approval',
};

const APPROVE_ANY: Permission = { verb: 'approve', apiGroup: 'certificates.k8s.io', resource: 'signers' };

/** A signer by its name, or all of its domain (behaviour `sign.default`). */
const SIGNERS: readonly string[] = [KUBELET_SERVING_SIGNER, 'kubernetes.io/*'];

/** Those who ask are no approvers: a kubelet approves nothing. */
const ASKERS = ['system:nodes', 'system:bootstrappers', 'system:authenticated'];

/**
 * Returns whether the files let somebody approve serving requests: update on the approval subresource, and approve on the
 * signer (rbac.json, permissions).
 */
export function hasServingApprover({ rbac, target }: Cluster, kubernetes: Kubernetes): boolean {
  const access = new RbacAccess(rbac, kubernetes, target.release);
  const named = new Set(
    rbac.roles.filter(({ value }) => approvesSigner(value)).map(({ value: { name } }) => name.value),
  );
  const approvers = rbac.bindings.filter(({ value }) => access.grant(value, UPDATE_APPROVAL) === 'yes');
  const signing = rbac.bindings.filter(
    ({ value }) =>
      value.kind === 'ClusterRoleBinding' &&
      (access.grant(value, APPROVE_ANY) === 'yes' || named.has(value.roleRef.name.value)),
  );
  const allowed = new Set(signing.flatMap(({ value }) => value.subjects.map(keyOf)));
  return approvers.some(({ value }) =>
    value.subjects.some((subject) => allowed.has(keyOf(subject)) && !ASKERS.includes(subject.name.value)),
  );
}

function approvesSigner({ kind, rules }: RoleObject): boolean {
  return (
    kind === 'ClusterRole' &&
    rules.some(
      ({ resources, resourceNames, verbs }) =>
        resources.includes('signers') &&
        verbs.includes('approve') &&
        resourceNames.some((name) => SIGNERS.includes(name)),
    )
  );
}

function keyOf({ kind, name, namespace }: RbacSubject): string {
  return [kind, namespace, name].map((part) => part?.value ?? '').join(' ');
}
