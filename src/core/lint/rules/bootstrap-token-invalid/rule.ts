import type { ParsedFile } from '../../../documents/document';
import {
  bootstrapTokenForm as form,
  type BootstrapTokenDocument,
  type BootstrapTokenKey,
  type SecretKey,
} from '../../../documents/bootstrapToken/bootstrapTokenDocument';
import { isAtLeast, type Release } from '../../../kubernetes/release';
import type { TextEdit } from '../../../text/edit';
import type { Range } from '../../../text/range';
import type { Draft, FileRule } from '../../rule';

const { type: TYPE, namespace: NAMESPACE, namePrefix: PREFIX } = form;

const REFUSED = 'kube-apiserver answers 401 to this token';

export const rule: FileRule = {
  id: 'bootstrap-token-invalid',
  group: 'B',
  severity: 'error',
  scope: 'file',
  lifeCycle: false,
  step: 'authenticate',
  messages: {
    type: `${REFUSED}: it looks only at Secrets of type bootstrap.kubernetes.io/token.`,
    namespace: `${REFUSED}: it looks for its Secret in the namespace kube-system only.`,
    name: `${REFUSED}: it looks for a Secret named bootstrap-token- and the token's id, {id}.`,
    id: `${REFUSED}: token-id must be 6 characters, lower-case letters and digits.`,
    idMissing: `${REFUSED}: the Secret has no token-id.`,
    secret: `${REFUSED}: token-secret must be 16 characters, lower-case letters and digits.`,
    secretMissing: `${REFUSED}: the Secret has no token-secret.`,
    usage: `${REFUSED}: usage-bootstrap-authentication must be the text true.`,
    expiration: `${REFUSED}: an expiration that is no RFC 3339 time, as 2030-01-31T00:00:00Z is, counts as over.`,
    expired: `${REFUSED}: its expiration, {time}, is over.`,
    group: `${REFUSED}: one name in auth-extra-groups is enough, and {group} is none that begins with system:bootstrappers: in lower case.`,
    correct: 'Write {correction}',
    allow: 'Set usage-bootstrap-authentication: "true"',
  },
  check: (file, { cluster, now }) =>
    file.documents.flatMap((document) =>
      document.type === 'bootstrap-token' ? checkSecret(file, document, cluster.target.release, now) : [],
    ),
};

/** Behaviour `token.bootstrap`; recorded in 09m-bootstrap-token-apiserver-reasons. */
function checkSecret(
  { source: { path } }: ParsedFile,
  secret: BootstrapTokenDocument,
  release: Release,
  now: number | undefined,
): Draft[] {
  const at = (range: Range, message: string, more: Partial<Draft> = {}): Draft => ({ path, range, message, ...more });
  return [
    ...checkType(secret, at),
    ...checkNamespace(secret, at),
    ...checkName(secret, at),
    ...checkParts(secret, at),
    ...checkUse(secret, at),
    ...checkExpiration(secret, at, now),
    ...checkGroups(secret, at, release),
  ];
}

type At = (range: Range, message: string, more?: Partial<Draft>) => Draft;

function correction(text: string, edits: readonly TextEdit[] | undefined): Pick<Draft, 'fixes'> {
  return edits ? { fixes: [{ title: 'correct', params: { correction: text }, safe: true, edits }] } : {};
}

function checkType({ secretType, headRange, templated, editor }: BootstrapTokenDocument, at: At): Draft[] {
  if (secretType ? secretType.templated || secretType.value === TYPE : templated) return [];
  const fix = correction(`type: ${TYPE}`, editor.set(['type'], TYPE));
  return [at(secretType?.range ?? headRange, 'type', fix)];
}

/** Without one it is the namespace kubectl is told: not known. */
function checkNamespace({ namespace, editor }: BootstrapTokenDocument, at: At): Draft[] {
  if (!namespace || namespace.templated || namespace.value === NAMESPACE) return [];
  const fix = correction(`namespace: ${NAMESPACE}`, editor.set(['metadata', 'namespace'], NAMESPACE));
  return [at(namespace.range, 'namespace', fix)];
}

/** Of two ids either may be the right one; a name that holds none is the wrong part. */
function checkName({ name, tokenId, editor }: BootstrapTokenDocument, at: At): Draft[] {
  const id = tokenId?.value;
  if (!name || name.templated || id === undefined || !form.id.test(id) || name.value === PREFIX + id) return [];
  const holdsId = form.id.test(name.value.slice(PREFIX.length)) && name.value.startsWith(PREFIX);
  const fix = holdsId ? {} : correction(`name: ${PREFIX}${id}`, editor.set(['metadata', 'name'], PREFIX + id));
  return [at(name.range, 'name', { params: { id }, ...fix })];
}

function checkParts({ tokenId, tokenSecret, headRange, templated }: BootstrapTokenDocument, at: At): Draft[] {
  const drafts: Draft[] = [];
  if (!tokenId && !templated) drafts.push(at(headRange, 'idMissing'));
  if (tokenId?.value !== undefined && !form.id.test(tokenId.value)) drafts.push(at(tokenId.range, 'id'));
  if (!tokenSecret && !templated) drafts.push(at(headRange, 'secretMissing'));
  if (tokenSecret?.value?.matches(form.secret) === false) drafts.push(at(tokenSecret.range, 'secret'));
  return drafts;
}

function checkUse(secret: BootstrapTokenDocument, at: At): Draft[] {
  const { usageAuthentication: usage, headRange, templated } = secret;
  const isOff = usage ? isKnown(usage) && usage.value !== 'true' : !templated;
  if (!isOff) return [];
  const key: BootstrapTokenKey = 'usage-bootstrap-authentication';
  const edits = secret.setKey(key, 'true');
  const fixes = edits ? [{ title: 'allow', safe: usage?.value !== 'false', edits }] : [];
  return [at(usage?.range ?? headRange, 'usage', { fixes })];
}

function checkExpiration({ expiration }: BootstrapTokenDocument, at: At, now: number | undefined): Draft[] {
  if (!expiration || !isKnown(expiration)) return [];
  const { range, value } = expiration;
  if (!form.expiration.test(value)) return [at(range, 'expiration')];
  const isOver = now !== undefined && Date.parse(value) <= now;
  return isOver ? [at(range, 'expired', { params: { time: value } })] : [];
}

/** A base64 text that is none is refused with the whole Secret, and a template may be anything. */
function isKnown<T>(key: SecretKey<T>): key is SecretKey<T> & { readonly value: T } {
  return !key.templated && key.value !== undefined;
}

/** Read since 1.8. */
function checkGroups({ authExtraGroups }: BootstrapTokenDocument, at: At, release: Release): Draft[] {
  if (!isAtLeast(release, '1.8') || authExtraGroups?.value === undefined || authExtraGroups.value === '') return [];
  const group = authExtraGroups.value.split(',').find((name) => !form.extraGroup.test(name));
  return group === undefined ? [] : [at(authExtraGroups.range, 'group', { params: { group: `“${group}”` } })];
}
