import type { InFile } from '../../cluster/cluster';
import { allows, isSubjectOf, type Permission } from '../../cluster/rbacAccess';
import type { RoleBindingObject, RoleObject } from '../../documents/rbacObject';
import type { PolicyRuleData } from '../../kubernetes/data';
import type { Release } from '../../kubernetes/release';
import type { Evidence } from '../timeline';
import { builtinRole } from './builtinRoles';
import type { UserInfo } from './identity';

export interface Decision {
  readonly allowed: boolean;
  /** The binding that allows it; for a refusal, bindings that give the permission to others. */
  readonly evidence: readonly Evidence[];
}

/** A ClusterRoleBinding that no file holds: built in, or taken for granted. */
export interface ImpliedBinding {
  readonly role: string;
  readonly group: string;
}

export interface RbacObjects {
  readonly release: Release;
  readonly roles: readonly InFile<RoleObject>[];
  readonly bindings: readonly InFile<RoleBindingObject>[];
  readonly implied: readonly ImpliedBinding[];
  /** Resources that no binding lets anybody create, whatever the files say. */
  readonly withdrawn?: readonly string[];
  /** Whether a gate of kube-apiserver is on: one of them adds a built-in role in 1.8–1.10. */
  readonly gateIsOn: (gate: string) => boolean;
}

/** RBAC for requests to cluster-scoped resources: only ClusterRoleBindings can allow them. */
export class RbacAuthorizer {
  readonly #roles = new Map<string, RoleObject>();
  readonly #answers = new Map<string, boolean>();

  constructor(private readonly objects: RbacObjects) {
    for (const { value } of objects.roles) if (value.kind === 'ClusterRole') this.#roles.set(value.name.value, value);
  }

  /** Returns whether the user may do it, and which bindings say so. */
  authorize(user: UserInfo, permission: Permission): Decision {
    if (this.objects.withdrawn?.includes(permission.resource) === true) {
      const evidence = { setting: 'what if ClusterRoleBinding', value: 'absent', origin: undefined };
      return { allowed: false, evidence: [evidence] };
    }
    const implied = this.objects.implied.find(
      ({ role, group }) => user.groups.includes(group) && allows(impliedRules(role), permission),
    );
    if (implied !== undefined) {
      return { allowed: true, evidence: [{ setting: 'ClusterRoleBinding', value: implied.role, origin: undefined }] };
    }
    const granting = this.grantsOf(permission);
    const own = granting.find(({ value }) => value.subjects.some((subject) => isSubjectOf(subject, user)));
    if (own !== undefined) return { allowed: true, evidence: [bindingEvidence(own)] };
    return { allowed: false, evidence: granting.length > 0 ? granting.map(bindingEvidence) : [this.#nothing()] };
  }

  /** Nothing gives the permission: the place to look at is where the other bindings are. */
  #nothing(): Evidence {
    const first = this.objects.bindings[0];
    const origin = first && { path: first.path, range: first.value.name.range };
    return { setting: 'ClusterRoleBinding', value: undefined, origin };
  }

  /** Returns the ClusterRoleBindings in view whose role allows it, whomever they name. */
  grantsOf(permission: Permission): readonly InFile<RoleBindingObject>[] {
    return this.objects.bindings.filter(
      ({ value }) => value.kind === 'ClusterRoleBinding' && this.#roleAllows(value.roleRef.name.value, permission),
    );
  }

  /** Asked once for each role: a thousand bindings may name one with ten thousand rules. */
  #roleAllows(name: string, permission: Permission): boolean {
    const key = `${permission.verb} ${permission.apiGroup} ${permission.resource} ${name}`;
    const known = this.#answers.get(key) ?? allows(this.#rulesOf(name, new Set()), permission);
    this.#answers.set(key, known);
    return known;
  }

  #rulesOf(name: string, seen: Set<string>): readonly PolicyRuleData[] {
    if (seen.has(name)) return [];
    seen.add(name);
    const role = this.#roles.get(name);
    const builtin = builtinRole(this.objects.release, name, this.objects.gateIsOn) ?? [];
    if (role?.aggregates === undefined) return [...(role?.rules ?? []), ...builtin];
    const selectors = role.aggregates;
    return [...this.#roles.values()]
      .filter((other) => selectors.some((labels) => hasLabels(other, labels)))
      .flatMap((other) => this.#rulesOf(other.name.value, seen));
  }
}

/** An implied binding gives its permission in every release, also where the role had to be written by hand. */
function impliedRules(role: string): readonly PolicyRuleData[] {
  return builtinRole('1.36', role, () => false) ?? [];
}

function bindingEvidence({ path, value }: InFile<RoleBindingObject>): Evidence {
  return {
    setting: `ClusterRoleBinding ${value.name.value}`,
    value: value.roleRef.name.value,
    origin: { path, range: value.name.range },
  };
}

function hasLabels(role: RoleObject, labels: Readonly<Record<string, string>>): boolean {
  return Object.entries(labels).every(([key, value]) => role.labels[key] === value);
}
