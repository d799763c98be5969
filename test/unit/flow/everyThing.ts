import type { HeldThing } from '../../../src/core/flow/held/heldThing';

const origin = { path: '', range: { start: 0, end: 1 } };

/** Returns one of each kind of thing, in which every text that can come from outside is the same one. */
export function everyThing(text: string): readonly HeldThing[] {
  const subject = { subject: text, organizations: [text], sans: [text], usages: [text], key: 1 };
  const place = { name: text, origin: { ...origin, path: text } };
  const rule = { apiGroups: [text], resources: [text], verbs: [text] };
  const asked = { username: text, groups: [text], permission: { verb: text, apiGroup: text, resource: text } };
  const grant = { type: 'rule', binding: place, subject: text, role: place, rule, ruleOrigin: place.origin } as const;
  const condition = { type: 'Approved', t: 1, reason: text, message: text } as const;
  return [
    {
      kind: 'certificate',
      ...subject,
      purpose: 'client',
      file: text,
      issuer: { kind: 'cluster', commonName: text },
      notBefore: 0,
      notAfter: 1,
      rotationAt: 1,
      expired: false,
    },
    {
      kind: 'request',
      ...subject,
      name: text,
      created: 0,
      username: text,
      groups: [text],
      signerName: text,
      condition,
      issued: true,
    },
    { kind: 'decision', ...asked, grant, others: [] },
    { kind: 'decision', ...asked, grant: undefined, others: [place] },
    { kind: 'decision', ...asked, grant: { type: 'mode', mode: text, origin: place.origin }, others: [] },
    { kind: 'file', path: text, contents: 'pair', mode: text, older: 1 },
    { kind: 'symlink', path: text, target: text },
    { kind: 'token', file: text, user: { username: text, groups: [text] } },
    { kind: 'node', name: text, ready: 'True' },
  ];
}
