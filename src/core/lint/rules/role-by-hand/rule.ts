import type { Cluster, InFile } from '../../../cluster/cluster';
import type { RoleObject } from '../../../documents/rbacObject';
import type { PolicyRuleData } from '../../../kubernetes/data';
import type { TextEdit } from '../../../text/edit';
import { removeRbacObject } from '../../removeRbacObject';
import { replaceText } from '../../replaceText';
import type { ClusterRule, Draft, DraftFix, RuleContext } from '../../rule';

const CSR = 'system:certificates.k8s.io:certificatesigningrequests:';
const builtins: readonly string[] = ['system:node-bootstrapper', `${CSR}nodeclient`, `${CSR}selfnodeclient`];

export const rule: ClusterRule = {
  id: 'role-by-hand',
  group: 'B',
  severity: 'info',
  scope: 'cluster',
  lifeCycle: false,
  step: 'approve',
  messages: {
    again: 'kube-apiserver {release} makes this ClusterRole when it starts: it need not be written.',
    byHand: 'kube-apiserver {release} has the ClusterRole {builtin} with these rights: it need not be written by hand.',
    remove: 'Remove the ClusterRole',
    bind: 'Bind {builtin} and remove this ClusterRole',
  },
  check: (cluster, context) =>
    cluster.rbac.roles.flatMap((role) => {
      const builtin = builtinLike(role.value, cluster, context);
      return builtin === undefined ? [] : [draftOf(role, builtin, cluster)];
    }),
};

/** The built-in role of this release that gives the same. */
function builtinLike(role: RoleObject, { target }: Cluster, { kubernetes }: RuleContext): string | undefined {
  if (role.kind !== 'ClusterRole' || role.templated || role.aggregates || role.rules.length === 0) return undefined;
  return builtins.find((name) => {
    const [rule, ...others] = kubernetes.rbac.role(name, target.release)?.rules ?? [];
    return rule && others.length === 0 && isSame(role, rule);
  });
}

function isSame({ rules }: RoleObject, builtin: PolicyRuleData): boolean {
  const isWithin = (written: readonly string[], known: readonly string[]): boolean =>
    written.length > 0 && written.every((one) => known.includes(one));
  return rules.every(
    ({ apiGroups, resources, verbs, resourceNames, nonResourceURLs }) =>
      isWithin(apiGroups, builtin.apiGroups) &&
      isWithin(resources, builtin.resources) &&
      isWithin(verbs, builtin.verbs) &&
      verbs.includes('create') &&
      resourceNames.length === 0 &&
      nonResourceURLs.length === 0,
  );
}

function draftOf(role: InFile<RoleObject>, builtin: string, cluster: Cluster): Draft {
  const { path, value } = role;
  const isAgain = value.name.value === builtin;
  const edits = editsFor(role, builtin, cluster);
  const title = isAgain ? 'remove' : 'bind';
  const fixes: readonly DraftFix[] = edits ? [{ title, params: { builtin }, safe: false, edits }] : [];
  return {
    path,
    range: value.name.range,
    message: isAgain ? 'again' : 'byHand',
    params: { release: cluster.target.release, builtin },
    tags: ['unnecessary'],
    fixes,
  };
}

/** Bindings go to the built-in role; in a running cluster they have to be made anew, since the role of a binding never changes. */
function editsFor(
  { path, value }: InFile<RoleObject>,
  builtin: string,
  cluster: Cluster,
): readonly TextEdit[] | undefined {
  const { rbac, files } = cluster;
  const document = rbac.documents.find((one) => one.value.objects.includes(value))?.value;
  const source = files.find((file) => file.source.path === path)?.source;
  const removal = document && source && removeRbacObject(source, document, value);
  const bound = rbac.bindings.filter(
    ({ value: { roleRef } }) => roleRef.kind === 'ClusterRole' && roleRef.name.value === value.name.value,
  );
  const edits = [removal, ...bound.map((one) => replaceText(cluster, one.path, one.value.roleRef.name, builtin))];
  return edits.every((edit) => edit !== undefined) ? edits.flat() : undefined;
}
