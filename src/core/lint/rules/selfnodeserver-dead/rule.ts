import type { Cluster, InFile } from '../../../cluster/cluster';
import { isRole } from '../../../cluster/rbacInView';
import type { RbacDocument } from '../../../documents/document';
import type { RbacObject, RoleBindingObject, RoleObject } from '../../../documents/rbacObject';
import { isAtLeast } from '../../../kubernetes/release';
import { removeRbacObject } from '../../removeRbacObject';
import type { ClusterRule, Draft } from '../../rule';

const ROLE = 'system:certificates.k8s.io:certificatesigningrequests:selfnodeserver';
const RESOURCE = 'certificatesigningrequests/selfnodeserver';

export const rule: ClusterRule = {
  id: 'selfnodeserver-dead',
  group: 'D',
  severity: 'warning',
  scope: 'cluster',
  lifeCycle: false,
  step: 'serving-approve',
  messages: {
    role: 'Since 1.11 nothing is approved by this role: serving certificate requests in {release} wait for a person or an approver from outside Kubernetes.',
    binding:
      'Since 1.11 nothing is approved by this binding: serving certificate requests in {release} wait for a person or an approver from outside Kubernetes.',
    remove: 'Remove {kind} {name}',
  },
  check: (cluster) => (isAtLeast(cluster.target.release, '1.11') ? checkRbac(cluster) : []),
};

function checkRbac(cluster: Cluster): readonly Draft[] {
  const { rbac } = cluster;
  const living = new Set(
    rbac.roles.filter(({ value }) => !isDeadRole(value)).map(({ value }) => keyOf(value.kind, value.name.value)),
  );
  const dead = new Set(
    rbac.roles.map(({ value }) => keyOf(value.kind, value.name.value)).filter((key) => !living.has(key)),
  );
  if (!living.has(keyOf('ClusterRole', ROLE))) dead.add(keyOf('ClusterRole', ROLE));
  return rbac.documents.flatMap(({ path, value: document }) =>
    document.objects
      .filter((object) => (isRole(object) ? isDeadRole(object) : isBoundTo(object, dead)))
      .map((object) => draftOf({ path, value: document }, object, cluster)),
  );
}

function isBoundTo({ roleRef, templated }: RoleBindingObject, roles: ReadonlySet<string>): boolean {
  return !templated && roles.has(keyOf(roleRef.kind, roleRef.name.value));
}

function keyOf(kind: string, name: string): string {
  return `${kind} ${name}`;
}

/** A role that gives something else besides is alive. */
function isDeadRole({ rules, templated, aggregates }: RoleObject): boolean {
  if (templated || aggregates) return false;
  return (
    rules.length > 0 &&
    rules.every(({ resources }) => resources.length > 0 && resources.every((name) => name === RESOURCE))
  );
}

function draftOf(
  { path, value: document }: InFile<RbacDocument>,
  object: RbacObject,
  { files, target }: Cluster,
): Draft {
  const source = files.find((file) => file.source.path === path)?.source;
  const edits = source && removeRbacObject(source, document, object);
  const params = { release: target.release, kind: object.kind, name: object.name.value };
  return {
    path,
    range: object.name.range,
    message: isRole(object) ? 'role' : 'binding',
    params,
    fixes: edits ? [{ title: 'remove', params, safe: false, edits }] : [],
  };
}
