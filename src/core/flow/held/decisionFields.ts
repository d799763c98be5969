import type { Permission } from '../../cluster/rbacAccess';
import type { HeldDecision } from './heldThing';
import { named, placed, told, type HeldField } from './heldField';

/** Returns who asked what, and the chain from binding to rule that allows it, or what is missing. */
export function decisionFields(decision: HeldDecision): readonly HeldField[] {
  const { username, groups, permission, grant } = decision;
  return [
    named('asker', username),
    named('asker-groups', ...groups),
    named('question', permissionText(permission)),
    told('answer', grant ? 'yes' : 'no'),
    ...(grant ? grantFields(grant) : refusalFields(decision)),
  ];
}

function grantFields(grant: NonNullable<HeldDecision['grant']>): readonly HeldField[] {
  if (grant.type === 'mode') return [placed('mode-of-authorization', { name: grant.mode, origin: grant.origin })];
  const { binding, subject, role, rule, ruleOrigin } = grant;
  const text = `${rule.verbs.join(', ')} ${rule.resources.join(', ')} (${rule.apiGroups.join(', ')})`;
  const bound = { ...binding, name: `${binding.name} (${subject})` };
  return [placed('binding', bound), placed('role', role), placed('rule', { name: text, origin: ruleOrigin })];
}

function refusalFields({ username, groups, permission, others }: HeldDecision): readonly HeldField[] {
  const subjects = [`User ${username}`, ...groups.map((group) => `Group ${group}`)];
  return [
    named('missing-rule', permissionText(permission)),
    named('missing-binding', ...subjects),
    ...(others.length === 0 ? [] : [placed('others', ...others)]),
  ];
}

/** Returns a permission as a rule of RBAC would say it. */
export function permissionText({ verb, resource, apiGroup }: Permission): string {
  return `${verb} ${resource} (${apiGroup})`;
}
