import type { Cluster } from '../../../cluster/cluster';
import { createCsr, RbacAccess } from '../../../cluster/rbacAccess';
import { hidesRbac, isMadeByKubeadm } from '../../../cluster/wholeRbac';
import { isAtLeast } from '../../../kubernetes/release';
import { bindable, bootstrapperIn, mayBe, type Bindable, type Bootstrapper } from '../../bootstrapper';
import { bootstrapPlace } from '../../bootstrapping';
import { isBootstrapName } from '../../../cluster/bootstrapIdentity';
import { addBinding, certificateObjects, isAdministrative } from '../../certificateRbac';
import { misdirectedBindings } from '../../misdirected';
import type { ClusterRule, Draft, DraftFix, RuleContext } from '../../rule';

const ROLE = 'system:node-bootstrapper';

export const rule: ClusterRule = {
  id: 'node-bootstrapper-unbound',
  group: 'B',
  severity: 'error',
  scope: 'cluster',
  lifeCycle: false,
  step: 'authorize-create',
  messages: {
    unbound:
      'Nothing in view lets {kind} {name} create CertificateSigningRequests: kube-apiserver answers 403 and the kubelet exits without a certificate.',
    bootstrap: 'This kubelet bootstraps with a token.',
    identity: 'Its token makes it {user}.',
    bind: 'Bind system:node-bootstrapper to {kind} {name}',
  },
  check: (cluster, context) => {
    const bootstrapper = bootstrapperIn(cluster);
    if (!bootstrapper || !isAtLeast(cluster.target.release, '1.6')) return [];
    if (hidesRbac(cluster.rbac) || isMadeByKubeadm(cluster)) return [];
    return checkRbac(cluster, bootstrapper, context);
  },
};

function checkRbac(cluster: Cluster, bootstrapper: Bootstrapper, context: RuleContext): readonly Draft[] {
  const access = new RbacAccess(cluster.rbac, context.kubernetes, cluster.target.release);
  const found = bindable(bootstrapper, certificateObjects(cluster.rbac, access));
  if (!found || isCreateAllowed(bootstrapper, access) || isMisdirected(cluster, access)) return [];
  const { beside, subject } = found;
  const { identity, kubelet } = bootstrapper;
  return [
    {
      path: beside.path,
      range: beside.value.name.range,
      message: 'unbound',
      params: subject,
      fixes: fixes(cluster, context, found),
      related: [
        ...bootstrapPlace(kubelet, 'bootstrap'),
        ...(identity ? [{ ...identity.origin, message: 'identity', params: { user: identity.user } }] : []),
      ],
    },
  ];
}

/** While nobody tells who the token is, a right given to anybody who may be it counts. */
function isCreateAllowed(bootstrapper: Bootstrapper, access: RbacAccess): boolean {
  return access
    .grants(createCsr, (subject) => mayBe(bootstrapper, subject))
    .some(({ binding }) => {
      if (bootstrapper.identity || !isAdministrative(binding.value, access)) return true;
      return binding.value.subjects.some(({ name }) => isBootstrapName(name.value));
    });
}

/** A binding is there and names the wrong subject: bootstrap-subject-unknown says so. */
function isMisdirected(cluster: Cluster, access: RbacAccess): boolean {
  return misdirectedBindings(cluster, access).some(({ permission }) => permission === createCsr);
}

/** Safe only when the files name who bootstraps: a right given to a guess may help nobody. */
function fixes(
  cluster: Cluster,
  { kubernetes }: RuleContext,
  { beside, subject, isKnown }: Bindable,
): readonly DraftFix[] {
  const edits = addBinding(cluster, kubernetes, beside, {
    names: ['kubelet-bootstrap', 'create-csrs-for-bootstrapping', 'node-bootstrapper'],
    roleName: ROLE,
    subjectKind: subject.kind,
    subjectName: subject.name,
  });
  return edits ? [{ title: 'bind', params: subject, safe: isKnown, edits }] : [];
}
