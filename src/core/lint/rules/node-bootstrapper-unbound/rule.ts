import type { Cluster, InFile, KubeletInView } from '../../../cluster/cluster';
import { createCsr, RbacAccess } from '../../../cluster/rbacAccess';
import { isRole } from '../../../cluster/rbacInView';
import type { RbacObject, RbacSubject } from '../../../documents/rbacObject';
import { isAtLeast } from '../../../kubernetes/release';
import { bootstrapPlace, bootstraps } from '../../bootstrapping';
import {
  addBinding,
  certificateObjects,
  hidesRbac,
  isAdministrative,
  isBootstrapName,
  mayBootstrap,
} from '../../certificateRbac';
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
    bind: 'Bind system:node-bootstrapper to {kind} {name}',
  },
  check: (cluster, context) => {
    const kubelet = cluster.kubelets.find(bootstraps);
    if (!kubelet || !isAtLeast(cluster.target.release, '1.6') || hidesRbac(cluster.rbac)) return [];
    return checkRbac(cluster, kubelet, context);
  },
};

function checkRbac(cluster: Cluster, kubelet: KubeletInView, context: RuleContext): readonly Draft[] {
  const access = new RbacAccess(cluster.rbac, context.kubernetes, cluster.target.release);
  const objects = certificateObjects(cluster.rbac, access);
  const [first] = objects;
  if (!first || isCreateAllowed(access)) return [];
  const named = objects.find(({ value }) => bootstrapSubject(value) !== undefined);
  const known = named && bootstrapSubject(named.value);
  const beside = named ?? first;
  const subject = identity(known);
  return [
    {
      path: beside.path,
      range: beside.value.name.range,
      message: 'unbound',
      params: subject,
      fixes: fixes(cluster, context, beside, subject, known !== undefined),
      related: bootstrapPlace(kubelet, 'bootstrap'),
    },
  ];
}

/** Whom another binding about certificates takes for the bootstrapping identity. */
function bootstrapSubject(object: RbacObject): RbacSubject | undefined {
  if (isRole(object)) return undefined;
  return object.subjects.find((subject) => mayBootstrap(subject) && subject.kind.value !== 'ServiceAccount');
}

/** Who the token is, is not known for sure: a right given to anybody who may be it counts. */
function isCreateAllowed(access: RbacAccess): boolean {
  return access.grants(createCsr, mayBootstrap).some(({ binding }) => {
    if (!isAdministrative(binding.value, access)) return true;
    return binding.value.subjects.some(({ name }) => isBootstrapName(name.value));
  });
}

interface Identity extends Readonly<Record<string, string>> {
  readonly kind: 'User' | 'Group';
  readonly name: string;
}

/** Every bootstrap token is in this group (rbac.json, groupsAndUsers). */
function identity(known: RbacSubject | undefined): Identity {
  if (!known) return { kind: 'Group', name: 'system:bootstrappers' };
  return { kind: known.kind.value === 'User' ? 'User' : 'Group', name: known.name.value };
}

/** Safe only when the files name who bootstraps: a right given to a guess may help nobody. */
function fixes(
  cluster: Cluster,
  { kubernetes }: RuleContext,
  beside: InFile<RbacObject>,
  subject: Identity,
  isKnown: boolean,
): readonly DraftFix[] {
  const edits = addBinding(cluster, kubernetes, beside, {
    names: ['kubelet-bootstrap', 'create-csrs-for-bootstrapping', 'node-bootstrapper'],
    roleName: ROLE,
    subjectKind: subject.kind,
    subjectName: subject.name,
  });
  return edits ? [{ title: 'bind', params: subject, safe: isKnown, edits }] : [];
}
