import type { Cluster, InFile, KubeletInView } from '../../../cluster/cluster';
import { scriptApprover } from '../../../cluster/csrApprovers';
import { allows, approvals, RbacAccess } from '../../../cluster/rbacAccess';
import { isRole } from '../../../cluster/rbacInView';
import { hidesRbac, isRbacWhole } from '../../../cluster/wholeRbac';
import type { RbacObject } from '../../../documents/rbacObject';
import { isAtLeast, type Release } from '../../../kubernetes/release';
import { addBinding, certificateObjects, isNodes } from '../../certificateRbac';
import type { Range } from '../../../text/range';
import type { ClusterRule, Draft, DraftFix, RuleContext } from '../../rule';

const ROLE = 'system:certificates.k8s.io:certificatesigningrequests:selfnodeclient';
const GATE = 'RotateKubeletClientCertificate';

export const rule: ClusterRule = {
  id: 'renewal-approval-unbound',
  group: 'C',
  severity: 'warning',
  scope: 'cluster',
  lifeCycle: false,
  step: 'renewal-approve',
  messages: {
    unbound:
      'Nothing in view approves renewals by Group system:nodes: each one waits for a person, and the node turns NotReady when its certificate ends first.',
    rotates: 'This kubelet renews its certificate.',
    bind: 'Bind {role} to Group system:nodes',
  },
  check: (cluster, context) => {
    const kubelet = cluster.kubelets.find((candidate) => rotates(candidate, cluster.target.release));
    if (!kubelet || hidesRbac(cluster.rbac) || scriptApprover(cluster, 'renewal')) return [];
    return checkRbac(cluster, kubelet, context);
  },
};

/** Behaviour `rot.switch`. */
function rotates(kubelet: KubeletInView, release: Release): boolean {
  const gate = kubelet.gate(GATE);
  if (!isAtLeast(release, '1.8')) return gate.state === 'set' && gate.value;
  const { rotateCertificates } = kubelet;
  const isGateOff = !isAtLeast(release, '1.19') && gate.state === 'set' && !gate.value;
  return rotateCertificates.state === 'set' && rotateCertificates.value && !isGateOff;
}

function checkRbac(cluster: Cluster, kubelet: KubeletInView, context: RuleContext): readonly Draft[] {
  const access = new RbacAccess(cluster.rbac, context.kubernetes, cluster.target.release);
  const objects = certificateObjects(cluster.rbac, access);
  const place = approvalPlace(cluster, objects, access);
  if (!place || isRenewalApproved(access)) return [];
  const setting = isAtLeast(cluster.target.release, '1.8') ? kubelet.rotateCertificates : kubelet.gate(GATE);
  return [
    {
      path: place.path,
      range: place.range,
      message: 'unbound',
      fixes: fixes(cluster, context, place.beside),
      related: setting.state === 'set' ? [{ ...setting.origin, message: 'rotates' }] : [],
    },
  ];
}

interface Place {
  readonly path: string;
  readonly range: Range;
  /** The object beside which a binding can stand. */
  readonly beside: InFile<RbacObject>;
}

/** What approves other requests: RBAC for csrapproving, or else a script. */
function approvalPlace(
  cluster: Cluster,
  objects: readonly InFile<RbacObject>[],
  access: RbacAccess,
): Place | undefined {
  const found = objects.find(({ value }) => isAboutApproval(value, access));
  if (found) return { path: found.path, range: found.value.name.range, beside: found };
  const [beside] = isRbacWhole(cluster) ? objects : [];
  const script = beside && scriptApprover(cluster, 'first')?.script;
  return script && { path: script.path, range: script.value.headRange, beside };
}

function isAboutApproval(object: RbacObject, access: RbacAccess): boolean {
  return Object.values(approvals).some((asked) =>
    isRole(object)
      ? allows(object.rules, asked)
      : access.grant(object, asked) === 'yes' || object.roleRef.name.value.includes('certificatesigningrequests:'),
  );
}

/** csrapproving tries selfnodeclient, then nodeclient, for the same request (behaviour `approve.sar`). */
function isRenewalApproved(access: RbacAccess): boolean {
  return [approvals.selfnodeclient, approvals.nodeclient].some((asked) => access.grants(asked, isNodes).length > 0);
}

function fixes(cluster: Cluster, { kubernetes }: RuleContext, beside: InFile<RbacObject>): readonly DraftFix[] {
  const byHand = cluster.rbac.roles.find(
    ({ value }) => value.kind === 'ClusterRole' && allows(value.rules, approvals.selfnodeclient),
  );
  const builtin = kubernetes.rbac.role(ROLE, cluster.target.release);
  const roleName = builtin?.name ?? byHand?.value.name.value;
  if (roleName === undefined) return [];
  const edits = addBinding(cluster, kubernetes, beside, {
    names: ['node-client-auto-renew', 'auto-approve-renewals-for-nodes', 'node-autoapprove-certificate-rotation'],
    roleName,
    subjectKind: 'Group',
    subjectName: 'system:nodes',
  });
  return edits ? [{ title: 'bind', params: { role: roleName }, safe: true, edits }] : [];
}
