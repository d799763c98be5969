import type { Cluster } from '../cluster/cluster';
import { scriptApprover } from '../cluster/csrApprovers';
import { allows, approvals, RbacAccess, type Permission } from '../cluster/rbacAccess';
import { hidesRbac } from '../cluster/wholeRbac';
import type { Kubernetes } from '../kubernetes/kubernetes';
import { KUBELET_SERVING_SIGNER } from '../kubernetes/signers';

const UPDATE_APPROVAL: Permission = {
  verb: 'update',
  apiGroup: 'certificates.k8s.io',
  resource: 'certificatesigningrequests/approval',
};

/**
 * Returns whether RBAC in view is, or may be, for an approver of serving certificates, or a script may be one; a leftover
 * selfnodeserver is selfnodeserver-dead's to explain.
 */
export function hasServingApprover(cluster: Cluster, kubernetes: Kubernetes): boolean {
  const { rbac, target } = cluster;
  if (hidesRbac(rbac) || scriptApprover(cluster, 'serving')) return true;
  const access = new RbacAccess(rbac, kubernetes, target.release);
  const mayApprove = rbac.bindings.some(({ value }) => access.grant(value, UPDATE_APPROVAL) === 'yes');
  const forServing = rbac.roles.some(
    ({ value: { rules } }) =>
      allows(rules, approvals.selfnodeserver) ||
      rules.some(
        ({ resources, resourceNames }) =>
          resources.includes('signers') && resourceNames.includes(KUBELET_SERVING_SIGNER),
      ),
  );
  return mayApprove || forServing;
}
