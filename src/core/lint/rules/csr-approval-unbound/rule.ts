import type { Cluster } from '../../../cluster/cluster';
import { disabledController } from '../../../cluster/controllersInView';
import { scriptApprover } from '../../../cluster/csrApprovers';
import { allows, approvals, createCsr, RbacAccess } from '../../../cluster/rbacAccess';
import { hidesRbac, isMadeByKubeadm } from '../../../cluster/wholeRbac';
import { isAtLeast } from '../../../kubernetes/release';
import { bindable, bootstrapperIn, mayBe, type Bindable, type Bootstrapper } from '../../bootstrapper';
import { bootstrapPlace } from '../../bootstrapping';
import { addBinding, certificateObjects } from '../../certificateRbac';
import { misdirectedBindings } from '../../misdirected';
import type { ClusterRule, Draft, DraftFix, RuleContext } from '../../rule';

const ROLE = 'system:certificates.k8s.io:certificatesigningrequests:nodeclient';

export const rule: ClusterRule = {
  id: 'csr-approval-unbound',
  group: 'B',
  severity: 'info',
  scope: 'cluster',
  lifeCycle: false,
  step: 'approve',
  messages: {
    unbound:
      'Nothing in view approves the first request of {kind} {name}: the node joins only after somebody ran kubectl certificate approve.',
    bootstrap: 'This kubelet bootstraps with a token.',
    bind: 'Bind {role} to {kind} {name}',
  },
  check: (cluster, context) => {
    const bootstrapper = bootstrapperIn(cluster);
    if (!bootstrapper || !isAtLeast(cluster.target.release, '1.7')) return [];
    const isElsewhere = hidesRbac(cluster.rbac) || isMadeByKubeadm(cluster) || isApprovingOff(cluster);
    return isElsewhere || scriptApprover(cluster, 'first') ? [] : checkRbac(cluster, bootstrapper, context);
  },
};

function isApprovingOff({ controllerManagers, target }: Cluster): boolean {
  return controllerManagers.some((manager) => disabledController(manager, 'csrapproving', target.release));
}

/** Who may not ask waits for nothing: that is the first question, and another rule's. */
function checkRbac(cluster: Cluster, bootstrapper: Bootstrapper, context: RuleContext): readonly Draft[] {
  const access = new RbacAccess(cluster.rbac, context.kubernetes, cluster.target.release);
  const found = bindable(bootstrapper, certificateObjects(cluster.rbac, access));
  const mayAsk = access.grants(createCsr, (subject) => mayBe(bootstrapper, subject)).length > 0;
  const isApproved = access.grants(approvals.nodeclient, (subject) => mayBe(bootstrapper, subject)).length > 0;
  const isMeant = misdirectedBindings(cluster, access).length > 0;
  if (!found || !mayAsk || isApproved || isMeant) return [];
  const { beside, subject } = found;
  return [
    {
      path: beside.path,
      range: beside.value.name.range,
      message: 'unbound',
      params: subject,
      related: bootstrapPlace(bootstrapper.kubelet, 'bootstrap'),
      fixes: fixes(cluster, context, found),
    },
  ];
}

/** That every holder of a token gets a node's certificate is somebody's decision (trace 19-node-authorizer-and-noderestriction). */
function fixes(cluster: Cluster, { kubernetes }: RuleContext, { beside, subject }: Bindable): readonly DraftFix[] {
  const byHand = cluster.rbac.roles.find(
    ({ value }) => value.kind === 'ClusterRole' && allows(value.rules, approvals.nodeclient),
  );
  const role = kubernetes.rbac.role(ROLE, cluster.target.release)?.name ?? byHand?.value.name.value;
  if (role === undefined) return [];
  const edits = addBinding(cluster, kubernetes, beside, {
    names: ['node-client-auto-approve-csr', 'auto-approve-csrs-for-bootstrapping'],
    roleName: role,
    subjectKind: subject.kind,
    subjectName: subject.name,
  });
  return edits ? [{ title: 'bind', params: { role, ...subject }, safe: false, edits }] : [];
}
