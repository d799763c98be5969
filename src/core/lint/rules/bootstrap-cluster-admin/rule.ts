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
    return subject ? [draftOf(binding, subject, hasRole ? replace(binding, cluster) : [])] : [];
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
    message: 'admin',
    params: { kind: kind.value, name: name.value },
    related: [{ path, range, message: 'subject' }],
    fixes,
  };
}

/** Somebody may live on what the binding gives today. */
function replace({ path, value }: InFile<RoleBindingObject>, cluster: Cluster): readonly DraftFix[] {
  if (value.templated || value.roleRef.kind !== 'ClusterRole') return [];
  const edits = replaceText(cluster, path, value.roleRef.name, ROLE);
  return edits ? [{ title: 'replace', safe: false, edits }] : [];
}
