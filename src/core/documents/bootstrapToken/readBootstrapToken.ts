import { asciiText, decodeBase64 } from '../base64';
import type { YamlObject } from '../kubernetesYaml/yamlObject';
import { headRangeOf } from '../kubernetesYaml/yamlObject';
import { SecretText } from '../secretText';
import { fieldOf, scalarEntries, type Field } from '../yaml/field';
import { valueOf } from '../yaml/node';
import { yamlEditor } from '../yaml/yamlEditor';
import { bootstrapTokenKeys, type BootstrapTokenDocument, type SecretKey } from './bootstrapTokenDocument';
import { secretKeyEdits } from './secretKeyEdits';

/** Text that every bootstrap-token Secret holds somewhere; looked for before anything is parsed. */
export const bootstrapTokenMark = /bootstrap\.kubernetes\.io\/token|\bbootstrap-token-|\btoken-secret\b/;

const SECRET_TYPE = 'bootstrap.kubernetes.io/token';

/** Returns a Secret that is meant to be a bootstrap token: by its type, its name or its keys. Nothing for any other object. */
export function readBootstrapToken(object: YamlObject): readonly BootstrapTokenDocument[] {
  const { source, root, head, templated } = object;
  if (head.kind !== 'Secret' || head.apiVersion !== 'v1') return [];
  const metadata = valueOf(root, 'metadata');
  const name = fieldOf(metadata, 'name');
  const secretType = fieldOf(root, 'type');
  const keys = keysOf(object);
  const isMeant =
    secretType?.value === SECRET_TYPE ||
    name?.value.startsWith('bootstrap-token-') === true ||
    (keys.has('token-id') && keys.has('token-secret'));
  if (!isMeant) return [];
  const known: ReadonlySet<string> = new Set(bootstrapTokenKeys);
  const editor = yamlEditor(source, root, templated);
  const document = {
    type: 'bootstrap-token',
    range: root.range,
    headRange: headRangeOf(object),
    name,
    namespace: fieldOf(metadata, 'namespace'),
    secretType,
    otherKeys: [...keys].flatMap(([key, { keyRange }]) => (known.has(key) ? [] : [{ value: key, range: keyRange }])),
    templated,
    editor,
    ...namedKeys(keys),
  } as const;
  return [{ ...document, ...secretKeyEdits(editor, root, keys) }];
}

/** A key of a Secret with the text it stands for still at hand. */
export type RawKey = SecretKey<string>;

function keysOf({ root }: YamlObject): ReadonlyMap<string, RawKey> {
  const keys = new Map<string, RawKey>();
  for (const [key, field] of scalarEntries(valueOf(root, 'data'))) keys.set(key, rawKey('data', field));
  for (const [key, field] of scalarEntries(valueOf(root, 'stringData'))) keys.set(key, rawKey('stringData', field));
  return keys;
}

function rawKey(field: RawKey['field'], { value, range, keyRange, templated }: Field): RawKey {
  const bytes = field === 'data' && !templated ? decodeBase64(value) : undefined;
  const text = field === 'data' ? bytes && asciiText(bytes) : value;
  return { field, value: templated ? undefined : text, range, keyRange, templated };
}

function namedKeys(keys: ReadonlyMap<string, RawKey>) {
  const secret = keys.get('token-secret');
  return {
    tokenId: keys.get('token-id'),
    tokenSecret: secret && {
      ...secret,
      value: secret.value === undefined ? undefined : new SecretText(secret.value),
    },
    expiration: keys.get('expiration'),
    usageAuthentication: keys.get('usage-bootstrap-authentication'),
    usageSigning: keys.get('usage-bootstrap-signing'),
    authExtraGroups: keys.get('auth-extra-groups'),
    description: keys.get('description'),
  };
}
