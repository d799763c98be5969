import type { Range } from '../../text/range';
import type { YamlEditor } from '../yaml/yamlEditor';
import type { EncodedData } from '../encodedData';
import type { SecretText, TokenText } from '../secretText';
import type { Field } from '../yaml/field';

interface KubeconfigEntry {
  /** Undefined when the entry has no name: no context can name it. */
  readonly name: Field | undefined;
  /** The whole entry of its list. */
  readonly range: Range;
  /** Edits what the entry holds under `cluster`, `user` or `context`; undefined when that is missing. */
  readonly editor: YamlEditor | undefined;
}

export interface KubeconfigCluster extends KubeconfigEntry {
  readonly server: Field | undefined;
  readonly certificateAuthority: Field | undefined;
  readonly certificateAuthorityData: Field<EncodedData> | undefined;
  /** As written: `true`, `"false"` … */
  readonly insecureSkipTlsVerify: Field | undefined;
  readonly tlsServerName: Field | undefined;
  readonly proxyUrl: Field | undefined;
}

/** A program that a client asks for its credentials. */
export interface KubeconfigExec {
  readonly command: Field | undefined;
  readonly apiVersion: Field | undefined;
  readonly range: Range;
}

export interface KubeconfigUser extends KubeconfigEntry {
  readonly token: Field<TokenText> | undefined;
  readonly tokenFile: Field | undefined;
  readonly clientCertificate: Field | undefined;
  readonly clientCertificateData: Field<EncodedData> | undefined;
  readonly clientKey: Field | undefined;
  readonly clientKeyData: Field<SecretText> | undefined;
  readonly username: Field | undefined;
  readonly password: Field<SecretText> | undefined;
  readonly exec: KubeconfigExec | undefined;
  /** The name of an `auth-provider`. */
  readonly authProvider: Field | undefined;
}

export interface KubeconfigContext extends KubeconfigEntry {
  readonly cluster: Field | undefined;
  readonly user: Field | undefined;
  readonly namespace: Field | undefined;
}

/** A client's configuration, `kind: Config` of `v1`; YAML or JSON. */
export interface KubeconfigDocument {
  readonly type: 'kubeconfig';
  readonly range: Range;
  readonly headRange: Range;
  readonly apiVersion: Field | undefined;
  readonly kind: Field | undefined;
  readonly clusters: readonly KubeconfigCluster[];
  readonly users: readonly KubeconfigUser[];
  readonly contexts: readonly KubeconfigContext[];
  readonly currentContext: Field | undefined;
  /** True when a template decides which entries there are: what is absent may be there after all. */
  readonly templated: boolean;
  /** Edits the document itself: `current-context`. */
  readonly editor: YamlEditor;
}

/** What a client takes from a kubeconfig; each part undefined when nothing of that name is there. */
export interface CurrentContext {
  readonly context: KubeconfigContext | undefined;
  readonly cluster: KubeconfigCluster | undefined;
  readonly user: KubeconfigUser | undefined;
}

/** Returns the context that `current-context` names, with its cluster and its user. */
export function currentContextOf({ clusters, users, contexts, currentContext }: KubeconfigDocument): CurrentContext {
  const context = named(contexts, currentContext);
  return { context, cluster: named(clusters, context?.cluster), user: named(users, context?.user) };
}

function named<T extends KubeconfigEntry>(entries: readonly T[], name: Field | undefined): T | undefined {
  return name && entries.findLast((entry) => entry.name?.value === name.value);
}
