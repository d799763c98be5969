import type { HeldCertificate, HeldFile, HeldNode, HeldRequest, HeldSymlink, HeldThing, HeldToken } from './heldThing';
import { decisionFields } from './decisionFields';
import { named, told, type HeldField } from './heldField';

/** Returns what is to be said about something held, field by field, in the order to read it. */
export function fieldsOf(thing: HeldThing): readonly HeldField[] {
  switch (thing.kind) {
    case 'file':
      return fileFields(thing);
    case 'symlink':
      return symlinkFields(thing);
    case 'token':
      return tokenFields(thing);
    case 'request':
      return requestFields(thing);
    case 'certificate':
      return certificateFields(thing);
    case 'decision':
      return decisionFields(thing);
    case 'node':
      return nodeFields(thing);
  }
}

function fileFields({ path, contents, mode, older }: HeldFile): readonly HeldField[] {
  return [
    named('path', path),
    told('contents', `contents.${contents}`),
    ...(mode === undefined ? [] : [named('mode', mode)]),
    ...(older === 0 ? [] : [named('older', String(older))]),
  ];
}

function symlinkFields({ path, target }: HeldSymlink): readonly HeldField[] {
  return [named('link', path), named('target', target)];
}

function tokenFields({ file, user }: HeldToken): readonly HeldField[] {
  return [
    ...(user
      ? [named('token-user', user.username), named('token-groups', ...user.groups)]
      : [told('token-user', 'nobody')]),
    ...(file === undefined ? [] : [named('token-file', file)]),
    told('token-secret', 'hidden'),
  ];
}

function requestFields(request: HeldRequest): readonly HeldField[] {
  const { name, signerName, username, groups, subject, organizations, sans, usages, condition, issued } = request;
  return [
    named('request-name', name),
    signerName === undefined ? told('signer', 'noSigner') : named('signer', signerName),
    named('requester', username),
    named('requester-groups', ...groups),
    named('request-subject', nameOf(organizations, subject)),
    ...(sans.length === 0 ? [] : [named('request-sans', ...sans)]),
    named('request-usages', ...usages),
    named('request-key', NODE_KEY),
    ...conditionFields(condition),
    told('issued', issued ? 'issued' : 'notIssued'),
  ];
}

function conditionFields(condition: HeldRequest['condition']): readonly HeldField[] {
  if (!condition) return [told('conditions', 'pending')];
  const { type, reason, message, t } = condition;
  const values = [
    { type: 'name', text: `${type} (${reason})` },
    { type: 'name', text: message },
    { type: 'moment', t },
  ] as const;
  return [{ id: 'conditions', values }];
}

function certificateFields(certificate: HeldCertificate): readonly HeldField[] {
  const { subject, organizations, sans, issuer, notBefore, notAfter, rotationAt, usages, purpose, file } = certificate;
  const isClient = purpose === 'client';
  return [
    named(isClient ? 'common-name' : 'server-name', subject),
    ...(organizations.length === 0
      ? []
      : [named(isClient ? 'organizations' : 'server-organizations', ...organizations)]),
    ...(sans.length === 0 ? [] : [named('sans', ...sans)]),
    named('issuer', issuer.commonName),
    { id: 'not-before', values: [{ type: 'moment', t: notBefore }] },
    { id: 'not-after', values: [{ type: 'moment', t: notAfter }] },
    rotationAt === undefined
      ? told('rotation', 'neverRenewed')
      : { id: 'rotation', values: [{ type: 'moment', t: rotationAt }] },
    named('usages', ...usages),
    named('key', purpose === 'self-signed' ? SELF_SIGNED_KEY : NODE_KEY),
    named('file', file),
  ];
}

function nodeFields({ name, ready }: HeldNode): readonly HeldField[] {
  return [named('node-name', name), named('ready', ready)];
}

/** Keys of a kubelet, as recorded for 1.20 (boot.usages). */
const NODE_KEY = 'ECDSA P-256';
const SELF_SIGNED_KEY = 'RSA 2048';

/** Organizations first, as Go writes a name. */
function nameOf(organizations: readonly string[], commonName: string): string {
  return [...organizations.map((organization) => `O=${organization}`), `CN=${commonName}`].join(', ');
}
