import { isBootstrapName, isSubject } from '../../../cluster/bootstrapIdentity';
import type { Cluster, InFile } from '../../../cluster/cluster';
import { RbacAccess } from '../../../cluster/rbacAccess';
import { tokensInView } from '../../../cluster/tokensInView';
import type { RbacSubject, RoleBindingObject } from '../../../documents/rbacObject';
import { isAdministrative } from '../../certificateRbac';
import { replaceText } from '../../replaceText';
import type { ClusterRule, Draft, DraftFix, RuleContext } from '../../rule';

const ROLE = 'system:node-bootstrapper';

export const rule: ClusterRule = {
  id: 'bootstrap-cluster-admin',
  group: 'B',
  severity: 'error',
  scope: 'cluster',
  lifeCycle: false,
  step: 'authorize-create',
  messages: {
    admin:
      'Whoever has a bootstrap token may do anything in the whole cluster: to bootstrap, {kind} {name} needs system:node-bootstrapper and nothing else.',
    anybody:
      'Anybody who reaches kube-apiserver may do anything in the whole cluster: {kind} {name} is whoever shows no credentials.',
    everybody:
      'Everybody whom kube-apiserver knows may do anything in the whole cluster: {kind} {name} holds every node and every bootstrap token.',
    subject: 'Bound to this role.',
    replace: 'Bind system:node-bootstrapper instead',
  },
  check: (cluster, context) => checkBindings(cluster, context),
};

function checkBindings(cluster: Cluster, { kubernetes }: RuleContext): readonly Draft[] {
  const access = new RbacAccess(cluster.rbac, kubernetes, cluster.target.release);
  const hasRole = kubernetes.rbac.role(ROLE, cluster.target.release) !== undefined;
  return cluster.rbac.bindings.flatMap((binding) => {
    const subject = isAdministrative(binding.value, access) ? bootstrapping(binding.value, cluster) : undefined;
    return subject ? [draftOf(binding, subject, hasRole && !isOpen(subject) ? replace(binding, cluster) : [])] : [];
  });
}

function bootstrapping({ subjects }: RoleBindingObject, cluster: Cluster): RbacSubject | undefined {
  const bootstrapTokens = tokensInView(cluster).filter(({ kind, identity }) => kind !== 'row' || isForNodes(identity));
  return subjects.find(
    (subject) =>
      isBootstrapName(subject.name.value) ||
      bootstrapTokens.some(({ identity }) => isSubject(identity, subject) === 'yes'),
  );
}

/** Token files also hold people and controllers. */
function isForNodes({ user, groups }: { readonly user: string; readonly groups: readonly string[] }): boolean {
  return [user, ...groups].some(isBootstrapName);
}

function draftOf(
  { path, value }: InFile<RoleBindingObject>,
  { kind, name, range }: RbacSubject,
  fixes: readonly DraftFix[],
): Draft {
  return {
    path,
    range: value.roleRef.name.range,
    message: messageFor(name.value),
    params: { kind: kind.value, name: name.value },
    related: [{ path, range, message: 'subject' }],
    fixes,
  };
}

/** Groups that are far wider than nodes: none of them should ask for a node's certificate either. */
const OPEN: Readonly<Record<string, 'anybody' | 'everybody'>> = {
  'system:anonymous': 'anybody',
  'system:unauthenticated': 'anybody',
  'system:authenticated': 'everybody',
};

function messageFor(name: string): string {
  return Object.hasOwn(OPEN, name) ? (OPEN[name] ?? 'admin') : 'admin';
}

function isOpen({ name }: RbacSubject): boolean {
  return Object.hasOwn(OPEN, name.value);
}

/** Somebody may live on what the binding gives today. */
function replace({ path, value }: InFile<RoleBindingObject>, cluster: Cluster): readonly DraftFix[] {
  if (value.templated || value.roleRef.kind !== 'ClusterRole') return [];
  const edits = replaceText(cluster, path, value.roleRef.name, ROLE);
  return edits ? [{ title: 'replace', safe: false, edits }] : [];
}
