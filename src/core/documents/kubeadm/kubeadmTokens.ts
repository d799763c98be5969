import { tokenText, type TokenText } from '../secretText';
import { fieldAs, fieldOf, listOf, type Field } from '../yaml/field';
import { entryOf, itemsOf, valueAt, valueOf, type YamlMapping } from '../yaml/node';
import type { KubeadmBootstrapToken } from './kubeadmDocument';

/** Keys under which kubeadm's files hold secrets (kubeadm-fields.json). */
export const secretKeys: ReadonlySet<string> = new Set([
  'token',
  'discoveryToken',
  'tlsBootstrapToken',
  'givenToken',
  'certificateKey',
]);

/** Returns the tokens that `kubeadm init` makes: a list from v1alpha2, one at the top of MasterConfiguration before. */
export function bootstrapTokensOf(root: YamlMapping): readonly KubeadmBootstrapToken[] {
  const listed = itemsOf(valueOf(root, 'bootstrapTokens')).flatMap((item) =>
    item.kind === 'mapping' ? [listedToken(item)] : [],
  );
  return [...listed, ...topToken(root)];
}

function listedToken(item: YamlMapping): KubeadmBootstrapToken {
  return {
    token: fieldAs(item, 'token', tokenText),
    description: fieldOf(item, 'description'),
    ttl: fieldOf(item, 'ttl'),
    expires: fieldOf(item, 'expires'),
    usages: listOf(item, 'usages'),
    groups: listOf(item, 'groups'),
    range: item.range,
  };
}

function topToken(root: YamlMapping): readonly KubeadmBootstrapToken[] {
  const isMaster = fieldOf(root, 'kind')?.value === 'MasterConfiguration';
  const entry = entryOf(root, 'token') ?? entryOf(root, 'tokenTTL') ?? entryOf(root, 'tokenGroups');
  if (!isMaster || !entry) return [];
  return [
    {
      token: fieldAs(root, 'token', tokenText),
      description: undefined,
      ttl: fieldOf(root, 'tokenTTL'),
      expires: undefined,
      usages: listOf(root, 'tokenUsages'),
      groups: listOf(root, 'tokenGroups'),
      range: { start: entry.key.range.start, end: Math.max(entry.key.range.end, entry.value.range.end) },
    },
  ];
}

/** Returns the tokens of NodeConfiguration and JoinConfiguration. */
export function joinTokensOf(root: YamlMapping): readonly Field<TokenText>[] {
  if (!['NodeConfiguration', 'JoinConfiguration'].includes(fieldOf(root, 'kind')?.value ?? '')) return [];
  const discovery = valueOf(root, 'discovery');
  return [
    fieldAs(root, 'discoveryToken', tokenText),
    fieldAs(root, 'tlsBootstrapToken', tokenText),
    fieldAs(root, 'token', tokenText),
    fieldAs(discovery, 'tlsBootstrapToken', tokenText),
    fieldAs(valueAt(discovery, ['bootstrapToken']), 'token', tokenText),
  ].filter((field) => field !== undefined);
}
