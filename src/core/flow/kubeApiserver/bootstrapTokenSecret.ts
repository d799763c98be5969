import { scalarOf, valueOf, type YamlNode } from '../../documents/yaml/node';
import { decodeBase64 } from './base64';
import type { UserInfo } from './identity';

/** A Secret of type bootstrap.kubernetes.io/token, as kube-apiserver reads it (token.bootstrap). */
export interface BootstrapTokenSecret {
  readonly name: string;
  readonly namespace: string;
  readonly type: string;
  readonly values: ReadonlyMap<string, string>;
}

const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;

const GROUP = /^system:bootstrappers:[a-z0-9:-]{0,255}[a-z0-9]$/;

/** Returns the Secret that a YAML document describes; undefined when it describes something else. */
export function readSecret(kind: string | undefined, root: YamlNode | undefined): BootstrapTokenSecret | undefined {
  if (kind !== 'Secret') return undefined;
  const metadata = valueOf(root, 'metadata');
  const values = new Map<string, string>();
  for (const [key, text] of entriesOf(valueOf(root, 'data'))) values.set(key, decodeBase64(text) ?? '');
  for (const [key, text] of entriesOf(valueOf(root, 'stringData'))) values.set(key, text);
  return {
    name: scalarOf(metadata, 'name')?.value ?? '',
    namespace: scalarOf(metadata, 'namespace')?.value ?? 'default',
    type: scalarOf(root, 'type')?.value ?? 'Opaque',
    values,
  };
}

/** Returns whom the Secret lets in with these two parts of a token at a time in milliseconds; undefined when nobody. */
export function userOfSecret(
  secret: BootstrapTokenSecret,
  id: string,
  tokenSecret: string,
  now: number,
): UserInfo | undefined {
  const { values } = secret;
  const isOurs =
    secret.name === `bootstrap-token-${id}` &&
    secret.namespace === 'kube-system' &&
    secret.type === 'bootstrap.kubernetes.io/token' &&
    values.get('token-id') === id &&
    values.get('token-secret') === tokenSecret &&
    values.get('usage-bootstrap-authentication') === 'true';
  const expiration = values.get('expiration');
  if (!isOurs || (expiration !== undefined && isOver(expiration, now))) return undefined;
  const extra = (values.get('auth-extra-groups') ?? '').split(',').filter((group) => group !== '');
  if (!extra.every((group) => GROUP.test(group))) return undefined;
  return { username: `system:bootstrap:${id}`, groups: [...new Set([...extra, 'system:bootstrappers'])].sort() };
}

/** A time that is not RFC 3339 counts as over (token.bootstrap). */
function isOver(expiration: string, now: number): boolean {
  return !RFC3339.test(expiration) || Date.parse(expiration) <= now;
}

function entriesOf(node: YamlNode | undefined): readonly (readonly [string, string])[] {
  if (node?.kind !== 'mapping') return [];
  return node.entries.flatMap(({ key, value }) => (value.kind === 'scalar' ? [[key.value, value.value] as const] : []));
}
