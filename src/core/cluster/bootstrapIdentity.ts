import { currentContextOf } from '../documents/kubeconfig/kubeconfigDocument';
import type { RbacSubject } from '../documents/rbacObject';
import type { TokenText } from '../documents/secretText';
import type { Field } from '../documents/yaml/field';
import type { Cluster, InFile, KubeletInView } from './cluster';
import { bootstrapKubeconfigOf } from './kubeconfigInView';
import { BOOTSTRAPPERS, bootstrapTokenIdentity, tokensInView, type TokenIdentity } from './tokensInView';

type Files = Pick<Cluster, 'files' | 'kubelets'>;

/** Returns the token with which a kubelet bootstraps; undefined when none is in view, or a template stands there. */
export function bootstrapTokenOf(cluster: Files, kubelet: KubeletInView): InFile<Field<TokenText>> | undefined {
  const kubeconfig = bootstrapKubeconfigOf(cluster, kubelet);
  const token = kubeconfig && currentContextOf(kubeconfig.value).user?.token;
  if (!token || token.templated || token.value.whole.length === 0) return undefined;
  return { path: kubeconfig.path, value: token };
}

/**
 * Returns whom a kubelet is while it bootstraps: what a token file says of its token, else `system:bootstrap:<id>`.
 * Undefined when its token is not in view, or nothing in view gives it a meaning.
 */
export function bootstrapIdentityOf(cluster: Files, kubelet: KubeletInView): TokenIdentity | undefined {
  const token = bootstrapTokenOf(cluster, kubelet);
  if (!token) return undefined;
  const { value: text, range } = token.value;
  const meant = tokensInView(cluster).filter((candidate) => candidate.isMeantBy(text));
  const row = meant.findLast(({ kind }) => kind === 'row');
  const known = row ?? meant[0];
  if (known) return known.identity;
  return text.bootstrap && bootstrapTokenIdentity(text.bootstrap.id, [], false, { path: token.path, range });
}

/** Returns whether a subject of a binding means this identity; `unknown` when it may be in a group not in view. */
export function isSubject(
  { user, groups, isWhole }: TokenIdentity,
  { kind, name }: Pick<RbacSubject, 'kind' | 'name'>,
): 'yes' | 'no' | 'unknown' {
  if (kind.value === 'User') return name.value === user ? 'yes' : 'no';
  if (kind.value !== 'Group') return 'no';
  if (name.value === 'system:authenticated' || groups.includes(name.value)) return 'yes';
  return isWhole || !name.value.startsWith(`${BOOTSTRAPPERS}:`) ? 'no' : 'unknown';
}

/** Returns whether a bootstrap token may belong to this subject; nodes and the control plane have other credentials. */
export function mayBootstrap({ kind, name }: RbacSubject): boolean {
  if (isBootstrapName(name.value) || kind.value === 'ServiceAccount') return true;
  return !name.value.startsWith('system:');
}

/** Returns whether the name alone says that bootstrap tokens are meant (rbac.json, groupsAndUsers). */
export function isBootstrapName(name: string): boolean {
  return /^(?:system:bootstrap(?:pers)?(?::|$)|(?:system:)?kubelet-bootstrap(?:pers?)?$|system:(?:un)?authenticated$|system:anonymous$)/.test(
    name,
  );
}
