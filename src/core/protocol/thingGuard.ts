import { fileContents } from '../flow/held/heldThing';
import { finite, flag, index, isRecord, listOf, object, oneOf, optional, text, type Check } from './shape';

/** A stretch of a file. */
export const origin = object({ path: text, range: object({ start: index, end: index }) });

const user = object({ username: text, groups: listOf(text) });

const subject = { subject: text, organizations: listOf(text), sans: listOf(text), usages: listOf(text), key: index };

const rule = object({ apiGroups: listOf(text), resources: listOf(text), verbs: listOf(text) });

const rbacPlace = object({ name: text, origin: optional(origin) });

const grants: Readonly<Record<string, Check>> = {
  rule: object({ binding: rbacPlace, subject: text, role: rbacPlace, rule, ruleOrigin: optional(origin) }),
  mode: object({ mode: text, origin: optional(origin) }),
};

const condition = object({ type: oneOf('Approved', 'Denied'), t: finite, reason: text, message: text });

const things: Readonly<Record<string, Check>> = {
  file: object({ path: text, contents: oneOf(...fileContents), mode: optional(text), older: index }),
  symlink: object({ path: text, target: text }),
  token: object({ file: optional(text), user: optional(user) }),
  request: object({
    ...subject,
    name: text,
    created: finite,
    username: text,
    groups: listOf(text),
    signerName: optional(text),
    condition: optional(condition),
    issued: flag,
  }),
  certificate: object({
    ...subject,
    purpose: oneOf('client', 'serving', 'self-signed'),
    file: text,
    issuer: object({ kind: oneOf('cluster', 'other', 'kubelet'), commonName: text }),
    notBefore: finite,
    notAfter: finite,
    rotationAt: optional(finite),
    expired: flag,
  }),
  decision: object({
    username: text,
    groups: listOf(text),
    permission: object({ verb: text, apiGroup: text, resource: text }),
    grant: optional(oneKindOf('type', grants)),
    others: listOf(rbacPlace),
  }),
  node: object({ name: text, ready: oneOf('True', 'False', 'Unknown') }),
};

/** Says whether something held is whole, whichever kind it is. */
export const heldThing: Check = oneKindOf('kind', things);

/** Returns a check that is chosen by the text in one field. */
function oneKindOf(field: string, checks: Readonly<Record<string, Check>>): Check {
  return (value) => {
    const kind = isRecord(value) ? value[field] : undefined;
    return typeof kind === 'string' && Object.hasOwn(checks, kind) && checks[kind]?.(value) === true;
  };
}
