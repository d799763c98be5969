import { BOOTSTRAPPERS } from '../../cluster/tokensInView';
import {
  bootstrapTokenForm as form,
  type BootstrapTokenDocument,
} from '../../documents/bootstrapToken/bootstrapTokenDocument';
import type { BootstrapTokenParts } from '../../documents/secretText';
import type { UserInfo } from './identity';

/**
 * Returns whom a Secret lets in with these two parts of a token at a time in milliseconds, as kube-apiserver reads it
 * (token.bootstrap); undefined when nobody.
 */
export function userOfSecret(
  secret: BootstrapTokenDocument,
  parts: BootstrapTokenParts,
  now: number,
): UserInfo | undefined {
  const { usageAuthentication, authExtraGroups } = secret;
  if (!isPlaceOf(secret, parts) || !holds(secret, parts) || usageAuthentication?.value !== 'true') return undefined;
  const expires = expirationOf(secret);
  if (expires !== undefined && expires <= now) return undefined;
  const extra = (authExtraGroups?.value ?? '').split(',').filter((group) => group !== '');
  if (!extra.every((group) => form.extraGroup.test(group))) return undefined;
  return { username: `system:bootstrap:${parts.id}`, groups: [...new Set([...extra, BOOTSTRAPPERS])].sort() };
}

function isPlaceOf({ name, namespace, secretType }: BootstrapTokenDocument, { id }: BootstrapTokenParts): boolean {
  return name?.value === form.namePrefix + id && namespace?.value === form.namespace && secretType?.value === form.type;
}

function holds({ tokenId, tokenSecret }: BootstrapTokenDocument, { id, secret }: BootstrapTokenParts): boolean {
  return tokenId?.value === id && tokenSecret?.value?.equals(secret) === true;
}

/**
 * Returns when a bootstrap token expires, in milliseconds of Unix time; undefined when it never does, or a template decides. A time
 * that is not RFC 3339 counts as over (token.bootstrap).
 */
export function expirationOf({ expiration }: BootstrapTokenDocument): number | undefined {
  if (expiration === undefined || expiration.templated) return undefined;
  const written = expiration.value ?? '';
  return form.expiration.test(written) ? Date.parse(written) : -Infinity;
}
