import type { Range } from '../../text/range';
import type { YamlEditor } from '../yaml/yamlEditor';
import type { TokenText } from '../secretText';
import type { Field } from '../yaml/field';
import type { YamlMapping } from '../yaml/node';

/** A bootstrap token that `kubeadm init` makes. */
export interface KubeadmBootstrapToken {
  /** Undefined when kubeadm makes one up. */
  readonly token: Field<TokenText> | undefined;
  readonly description: Field | undefined;
  /** A Go duration; kubeadm's default is 24h. */
  readonly ttl: Field | undefined;
  /** A time instead of `ttl`. */
  readonly expires: Field | undefined;
  readonly usages: readonly KubeadmText[];
  readonly groups: readonly KubeadmText[];
  readonly range: Range;
}

/** One entry of a list of texts. */
export interface KubeadmText {
  readonly value: string;
  readonly range: Range;
  readonly templated: boolean;
}

/**
 * One document of a kubeadm file, v1alpha1 to v1beta4. Flags in it stand in a `FlagsDocument` beside it: of the control
 * plane those that kubeadm adds to its own, of the kubelet those it writes to `KUBELET_KUBEADM_ARGS`. Neither is ever a
 * whole command line. A KubeletConfiguration inside MasterConfiguration is a document of its own, too.
 */
export interface KubeadmDocument {
  readonly type: 'kubeadm';
  readonly range: Range;
  readonly headRange: Range;
  readonly apiVersion: string;
  readonly kind: string;
  /** As written: `v1.8.4`, or a label such as `stable-1.10`. */
  readonly kubernetesVersion: Field | undefined;
  /** kubeadm's own feature gates, not those of the components. */
  readonly featureGates: readonly (Field & { readonly key: string })[];
  readonly bootstrapTokens: readonly KubeadmBootstrapToken[];
  /** Tokens with which a node joins: for discovery, for TLS bootstrap, or for both. */
  readonly joinTokens: readonly Field<TokenText>[];
  /** All fields, for those who look at names and types; tokens and keys in it are covered. */
  readonly root: YamlMapping;
  /** True when a template decides which fields there are: what is absent may be there after all. */
  readonly templated: boolean;
  readonly editor: YamlEditor;
}
