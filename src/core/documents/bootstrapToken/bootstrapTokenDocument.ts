import type { TextEdit } from '../../text/edit';
import type { Range } from '../../text/range';
import type { YamlEditor } from '../yaml/yamlEditor';
import type { SecretText } from '../secretText';
import type { Field } from '../yaml/field';

/** A key of a Secret, from `data` (base64) or `stringData` (plain), which wins. */
export interface SecretKey<T> {
  readonly field: 'data' | 'stringData';
  /** What it says once base64 is undone; undefined when that is no base64, or a template. */
  readonly value: T | undefined;
  /** The scalar as written, so for `data` the base64. */
  readonly range: Range;
  readonly keyRange: Range;
  readonly templated: boolean;
}

/** A Secret that is, or is meant to be, a bootstrap token (`token.bootstrap`: kubernetes cluster-bootstrap, token/api/types.go). */
export interface BootstrapTokenDocument {
  readonly type: 'bootstrap-token';
  readonly range: Range;
  readonly headRange: Range;
  readonly name: Field | undefined;
  readonly namespace: Field | undefined;
  readonly secretType: Field | undefined;
  readonly tokenId: SecretKey<string> | undefined;
  readonly tokenSecret: SecretKey<SecretText> | undefined;
  /** As written: the API server wants RFC 3339. */
  readonly expiration: SecretKey<string> | undefined;
  readonly usageAuthentication: SecretKey<string> | undefined;
  readonly usageSigning: SecretKey<string> | undefined;
  /** Groups parted by commas. */
  readonly authExtraGroups: SecretKey<string> | undefined;
  readonly description: SecretKey<string> | undefined;
  /** Keys that no reader of bootstrap tokens looks at. */
  readonly otherKeys: readonly { readonly value: string; readonly range: Range }[];
  /** True when a template decides which keys there are: what is absent may be there after all. */
  readonly templated: boolean;
  /** Edits everything but the keys: name, namespace, type. */
  readonly editor: YamlEditor;
  /** Sets a key where it stands, else where the other keys stand, encoded as that place wants it. Undefined when that is not safe. */
  setKey(key: BootstrapTokenKey, text: string): readonly TextEdit[] | undefined;
  /** Removes a key; undefined when it is not there or that is not safe. */
  removeKey(key: BootstrapTokenKey): readonly TextEdit[] | undefined;
}

export const bootstrapTokenKeys = [
  'token-id',
  'token-secret',
  'expiration',
  'usage-bootstrap-authentication',
  'usage-bootstrap-signing',
  'auth-extra-groups',
  'description',
] as const;

export type BootstrapTokenKey = (typeof bootstrapTokenKeys)[number];

/** What kube-apiserver asks of such a Secret (`token.bootstrap`). */
export const bootstrapTokenForm = {
  type: 'bootstrap.kubernetes.io/token',
  namespace: 'kube-system',
  namePrefix: 'bootstrap-token-',
  id: /^[a-z0-9]{6}$/,
  secret: /^[a-z0-9]{16}$/,
  extraGroup: /^system:bootstrappers:[a-z0-9:-]{0,255}[a-z0-9]$/,
  /** RFC 3339. */
  expiration: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/,
} as const;
