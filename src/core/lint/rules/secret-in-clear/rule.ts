import type { CertificateSigningRequestDocument } from '../../../documents/certificateSigningRequest/certificateSigningRequestDocument';
import type { Document } from '../../../documents/document';
import type { KubeconfigUser } from '../../../documents/kubeconfig/kubeconfigDocument';
import { readRequest } from '../../../documents/pkcs10/readRequest';
import type { SecretText, TokenText } from '../../../documents/secretText';
import type { Field } from '../../../documents/yaml/field';
import type { Range } from '../../../text/range';
import type { SourceText } from '../../../text/sourceText';
import type { Draft, FileRule } from '../../rule';
import { looksLikeKey, looksLikeToken } from './realLooking';
import { whereItStands } from './whereItStands';

export const rule: FileRule = {
  id: 'secret-in-clear',
  group: 'E',
  severity: 'info',
  scope: 'file',
  lifeCycle: false,
  step: 'bootstrap-credentials',
  messages: {
    token: 'A token stands here in the clear: whoever reads this file can do what its owner may, until it ends.',
    key: 'A private key stands here in the clear: whoever reads this file can do what its owner may, until the certificate ends.',
  },
  check: ({ source, documents }) => documents.flatMap((document) => checkDocument(source, document)),
};

interface WrittenSecret {
  readonly kind: 'token' | 'key';
  readonly text: SecretText | undefined;
  readonly range: Range;
  readonly templated: boolean;
}

/** Of a token file, which holds nothing else, the first says it all. */
function checkDocument(source: SourceText, document: Document): readonly Draft[] {
  if (document.type === 'certificate-signing-request') return keyBehindRequest(source.path, document);
  const real = secretsOf(document).filter(isReal);
  const told = document.type === 'token-file' ? real.slice(0, 1) : real;
  return told.map(({ kind, range }) => ({ ...whereItStands(source, range), message: kind }));
}

/** kube-apiserver takes such a request: it reads the first block of PEM only, and stores what follows. */
function keyBehindRequest(path: string, { request }: CertificateSigningRequestDocument): readonly Draft[] {
  const read = request && !request.templated ? readRequest(request.value) : undefined;
  const isKey = request && read?.state === 'read' && read.follows === 'private-key';
  return isKey ? [{ path, range: request.keyRange, message: 'key' }] : [];
}

function isReal({ kind, text, templated }: WrittenSecret): boolean {
  if (!text || templated) return false;
  return kind === 'key' ? looksLikeKey(text) : looksLikeToken(text);
}

function secretsOf(document: Document): readonly WrittenSecret[] {
  switch (document.type) {
    case 'kubeconfig':
      return document.users.flatMap((user) => [...tokens([user.token]), ...keys(user)]);
    case 'bootstrap-token':
      return document.tokenSecret ? [{ kind: 'token', ...document.tokenSecret, text: document.tokenSecret.value }] : [];
    case 'kubeadm':
      return tokens([...document.bootstrapTokens.map(({ token }) => token), ...document.joinTokens]);
    case 'token-file':
      return tokens(document.rows.map(({ token }) => token));
    default:
      return [];
  }
}

function tokens(fields: readonly (Pick<Field<TokenText>, 'value' | 'range' | 'templated'> | undefined)[]) {
  return fields.flatMap((field): readonly WrittenSecret[] =>
    field ? [{ kind: 'token', text: field.value.whole, range: field.range, templated: field.templated }] : [],
  );
}

function keys({ clientKeyData: key }: KubeconfigUser): readonly WrittenSecret[] {
  return key ? [{ kind: 'key', text: key.value, range: key.range, templated: key.templated }] : [];
}
