import type { PolicyRuleData } from '../kubernetes/data';
import type { Kubernetes } from '../kubernetes/kubernetes';
import type { Release } from '../kubernetes/release';
import type { RbacSubject, RoleBindingObject, RoleObject } from '../documents/rbacObject';
import type { InFile, RbacInView } from './cluster';

/** What a client must be allowed to do; `resource` with its subresource after a slash. */
export interface Permission {
  readonly verb: string;
  readonly apiGroup: string;
  readonly resource: string;
  /** The object it is about, where a rule may name it. */
  readonly name?: string;
}

const csr = (resource: string): Permission => ({ verb: 'create', apiGroup: 'certificates.k8s.io', resource });

/** To send a CertificateSigningRequest (rbac.json, permissions). */
export const createCsr = csr('certificatesigningrequests');

/** What csrapproving asks about whoever sent a request, to approve it (behaviour `approve.sar`). */
export const approvals = {
  nodeclient: csr('certificatesigningrequests/nodeclient'),
  selfnodeclient: csr('certificatesigningrequests/selfnodeclient'),
  selfnodeserver: csr('certificatesigningrequests/selfnodeserver'),
} as const;

type Rule = Pick<PolicyRuleData, 'apiGroups' | 'resources' | 'verbs' | 'resourceNames'>;

/** Whether a role gives a permission; `unknown` when its rules are not in view. */
export type Grant = 'yes' | 'no' | 'unknown';

/** Returns whether one of the rules gives a permission. A rule for named objects never lets anybody create one. */
export function allows(rules: readonly Rule[], { verb, apiGroup, resource, name }: Permission): boolean {
  return rules.some(
    (rule) =>
      isForName(rule.resourceNames ?? [], name) &&
      matches(rule.verbs, verb) &&
      matches(rule.apiGroups, apiGroup) &&
      rule.resources.some((written) => matchesResource(written, resource)),
  );
}

function isForName(written: readonly string[], name: string | undefined): boolean {
  return written.length === 0 || (name !== undefined && written.includes(name));
}

function matches(written: readonly string[], asked: string): boolean {
  return written.includes('*') || written.includes(asked);
}

function matchesResource(written: string, asked: string): boolean {
  if (written === '*' || written === asked) return true;
  const slash = asked.indexOf('/');
  return slash !== -1 && written === `*${asked.slice(slash)}`;
}

/** Returns whether a subject of a binding is this user, or a group that it is in. */
export function isSubjectOf(
  { kind, name, namespace }: RbacSubject,
  { username, groups }: { readonly username: string; readonly groups: readonly string[] },
): boolean {
  switch (kind.value) {
    case 'User':
      return name.value === username;
    case 'Group':
      return groups.includes(name.value);
    case 'ServiceAccount':
      return username === `system:serviceaccount:${namespace?.value ?? ''}:${name.value}`;
    default:
      return false;
  }
}

/** Answers what the roles in view, and those the release has built in, let whom do. */
export class RbacAccess {
  readonly #roles = new Map<string, RoleObject[]>();

  constructor(
    private readonly rbac: RbacInView,
    private readonly kubernetes: Kubernetes,
    private readonly release: Release,
  ) {
    for (const { value } of rbac.roles) {
      if (value.kind !== 'ClusterRole') continue;
      const named = this.#roles.get(value.name.value);
      if (named) named.push(value);
      else this.#roles.set(value.name.value, [value]);
    }
  }

  /** Returns whether a binding gives a permission in the whole cluster: a RoleBinding never does. */
  grant(binding: RoleBindingObject, permission: Permission): Grant {
    if (binding.kind !== 'ClusterRoleBinding' || binding.roleRef.kind !== 'ClusterRole') return 'no';
    const name = binding.roleRef.name.value;
    const written = this.#roles.get(name) ?? [];
    const builtin = this.kubernetes.rbac.role(name, this.release);
    if (written.some(({ rules }) => allows(rules, permission))) return 'yes';
    if (builtin && allows(builtin.rules, permission)) return 'yes';
    if (written.some(({ aggregates, templated }) => aggregates !== undefined || templated)) return 'unknown';
    return written.length > 0 || builtin || isBuiltinName(name) ? 'no' : 'unknown';
  }

  /** Returns the bindings that give (or may give) a permission to a subject that `accepts` says is meant. */
  grants(
    permission: Permission,
    accepts: (subject: RbacSubject) => boolean,
  ): readonly { readonly binding: InFile<RoleBindingObject>; readonly grant: 'yes' | 'unknown' }[] {
    return this.rbac.bindings.flatMap((binding) => {
      const grant = this.grant(binding.value, permission);
      return grant !== 'no' && binding.value.subjects.some(accepts) ? [{ binding, grant }] : [];
    });
  }
}

/** Names that kube-apiserver keeps for itself: the roles among them that are not about certificates give nothing here. */
function isBuiltinName(name: string): boolean {
  return name.startsWith('system:') || ['admin', 'edit', 'view'].includes(name);
}
