import type { Cluster, KubeletInView } from '../../../cluster/cluster';
import { allows, approvals, RbacAccess, type Permission } from '../../../cluster/rbacAccess';
import { hidesRbac } from '../../../cluster/wholeRbac';
import { isAtLeast } from '../../../kubernetes/release';
import { KUBELET_SERVING_SIGNER } from '../../../kubernetes/signers';
import type { ClusterRule, Draft, RuleContext } from '../../rule';

const UPDATE_APPROVAL: Permission = {
  verb: 'update',
  apiGroup: 'certificates.k8s.io',
  resource: 'certificatesigningrequests/approval',
};

export const rule: ClusterRule = {
  id: 'serving-approval-none',
  group: 'D',
  severity: 'info',
  scope: 'cluster',
  lifeCycle: false,
  step: 'serving-approve',
  messages: {
    none: 'Since 1.11 nothing built in approves serving certificates: until a person or an approver from outside does, port 10250 answers every handshake with an error.',
  },
  check: (cluster, context) =>
    isAtLeast(cluster.target.release, '1.11') && !hasApprover(cluster, context)
      ? cluster.kubelets.flatMap(checkKubelet).slice(0, 1)
      : [],
};

/** Once for the cluster: one approver serves all kubelets. */
function checkKubelet({ serverTLSBootstrap: asked, gates }: KubeletInView): readonly Draft[] {
  const isRefused = gates.findLast(({ name }) => name === 'RotateKubeletServerCertificate')?.value === false;
  return asked.state === 'set' && asked.value && !isRefused ? [{ ...asked.origin, message: 'none' }] : [];
}

/** RBAC in view that is for an approver; a leftover selfnodeserver is selfnodeserver-dead's to explain. */
function hasApprover({ rbac, target }: Cluster, { kubernetes }: RuleContext): boolean {
  if (hidesRbac(rbac)) return true;
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
