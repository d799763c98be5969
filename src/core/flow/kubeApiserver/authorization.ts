import type { InFile } from '../../cluster/cluster';
import { allows, isSubjectOf, type Permission } from '../../cluster/rbacAccess';
import type { RbacSubject, RoleBindingObject, RoleObject } from '../../documents/rbacObject';
import type { PolicyRuleData } from '../../kubernetes/data';
import type { Release } from '../../kubernetes/release';
import type { AccessGrant, Evidence, RbacPlace } from '../timeline';
import { Aggregations } from './aggregations';
import { builtinRole } from './builtinRoles';
import type { UserInfo } from './identity';

export interface Decision {
  readonly allowed: boolean;
  /** The binding that allows it; for a refusal, bindings that give the permission to others. */
  readonly evidence: readonly Evidence[];
  readonly grant: AccessGrant | undefined;
  readonly others: readonly RbacPlace[];
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
  readonly #roles = new Map<string, InFile<RoleObject>>();
  readonly #answers = new Map<string, ReadonlyMap<string, GrantingRule>>();
  #aggregations: Aggregations | undefined;

  constructor(private readonly objects: RbacObjects) {
    for (const role of objects.roles)
      if (role.value.kind === 'ClusterRole') this.#roles.set(role.value.name.value, role);
  }

  /** Returns whether the user may do it, and which bindings say so. */
  authorize(user: UserInfo, permission: Permission): Decision {
    if (this.objects.withdrawn?.includes(permission.resource) === true) {
      return refused([{ setting: 'what if ClusterRoleBinding', value: 'absent', origin: undefined }]);
    }
    const implied = this.#implied(user, permission);
    if (implied !== undefined) return implied;
    const granting = this.grantsOf(permission);
    for (const binding of granting) {
      const subject = binding.value.subjects.find((one) => isSubjectOf(one, user));
      const rule = this.#ruleOf(binding.value.roleRef.name.value, permission);
      if (subject && rule) return allowedBy(binding, subject, rule);
    }
    if (granting.length === 0) return refused([this.#nothing()]);
    return refused(
      granting.map(bindingEvidence),
      granting.map(({ path, value }) => ({ name: value.name.value, origin: { path, range: value.name.range } })),
    );
  }

  #implied(user: UserInfo, permission: Permission): Decision | undefined {
    for (const { role, group } of this.objects.implied) {
      const rule = user.groups.includes(group) ? ruleIn(impliedRules(role), permission) : undefined;
      if (rule === undefined) continue;
      const evidence = [{ setting: 'ClusterRoleBinding', value: role, origin: undefined }];
      const place = { name: role, origin: undefined };
      const subject = `Group ${group}`;
      const grant: AccessGrant = { type: 'rule', binding: place, subject, role: place, rule, ruleOrigin: undefined };
      return { allowed: true, evidence, grant, others: [] };
    }
    return undefined;
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
      ({ value }) =>
        value.kind === 'ClusterRoleBinding' && this.#ruleOf(value.roleRef.name.value, permission) !== undefined,
    );
  }

  /** Asked once for each permission: a thousand bindings may name one role with ten thousand rules. */
  #ruleOf(name: string, permission: Permission): GrantingRule | undefined {
    if (!this.#roles.has(name)) return this.#ownRule(name, undefined, permission);
    const { verb, apiGroup, resource, name: object = '' } = permission;
    const key = `${verb} ${apiGroup} ${resource} ${object}`;
    const known = this.#answers.get(key) ?? this.#grantingRules(permission);
    this.#answers.set(key, known);
    return known.get(name);
  }

  /** From the roles that hold a rule up to those that aggregate them, each once, however they aggregate one another. */
  #grantingRules(permission: Permission): ReadonlyMap<string, GrantingRule> {
    const found = new Map<string, GrantingRule>();
    for (const [name, role] of this.#roles) {
      const own = role.value.aggregates === undefined ? this.#ownRule(name, role, permission) : undefined;
      if (own) found.set(name, own);
    }
    this.#aggregations ??= new Aggregations([...this.#roles.values()].map(({ value }) => value));
    for (const [name, rule] of found) {
      for (const above of this.#aggregations.of(this.#roles.get(name)?.value)) {
        if (!found.has(above)) found.set(above, rule);
      }
    }
    return found;
  }

  #ownRule(name: string, role: InFile<RoleObject> | undefined, permission: Permission): GrantingRule | undefined {
    const written = role?.value.rules.find((rule) => allows([rule], permission));
    if (role && written) {
      const { path, value } = role;
      const [place, ruleOrigin] = [value.name.range, written.range].map((range) => ({ path, range }));
      return { role: { name, origin: place }, rule: rulePart(written), ruleOrigin };
    }
    const builtin = ruleIn(builtinRole(this.objects.release, name, this.objects.gateIsOn) ?? [], permission);
    return builtin && { role: { name, origin: undefined }, rule: builtin, ruleOrigin: undefined };
  }
}

/** The rule of a role that gives a permission. */
type GrantingRule = Pick<Extract<AccessGrant, { type: 'rule' }>, 'role' | 'rule' | 'ruleOrigin'>;

function refused(evidence: readonly Evidence[], others: readonly RbacPlace[] = []): Decision {
  return { allowed: false, evidence, grant: undefined, others };
}

function allowedBy(binding: InFile<RoleBindingObject>, subject: RbacSubject, rule: GrantingRule): Decision {
  const { path, value } = binding;
  const grant: AccessGrant = {
    type: 'rule',
    binding: { name: value.name.value, origin: { path, range: value.name.range } },
    subject: `${subject.kind.value} ${subject.name.value}`,
    ...rule,
  };
  return { allowed: true, evidence: [bindingEvidence(binding)], grant, others: [] };
}

function ruleIn(rules: readonly PolicyRuleData[], permission: Permission): PolicyRuleData | undefined {
  const rule = rules.find((one) => allows([one], permission));
  return rule && rulePart(rule);
}

function rulePart({ apiGroups, resources, verbs }: PolicyRuleData): PolicyRuleData {
  return { apiGroups, resources, verbs };
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
