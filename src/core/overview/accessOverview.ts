import { kubeconfigsInView } from '../cluster/kubeconfigInView';
import { RbacAccess } from '../cluster/rbacAccess';
import type { Cluster, InFile } from '../cluster/cluster';
import { isRole } from '../cluster/rbacInView';
import { tokensInView } from '../cluster/tokensInView';
import {
  currentContextOf,
  type KubeconfigDocument,
  type KubeconfigUser,
} from '../documents/kubeconfig/kubeconfigDocument';
import type { RoleBindingObject } from '../documents/rbacObject';
import { isShowable } from '../explain/showable';
import { isBootstrapName } from '../cluster/bootstrapIdentity';
import { certificateObjects, isNodes } from '../lint/certificateRbac';
import type { OverviewFacts } from './componentOverview';
import type { BindingOverview, KubeconfigOverview, TokenOverview } from './overview';
import type { Places } from './places';

/** Nobody reads longer lists. */
const MOST = 100;

/** Returns the bindings about node certificates, and those for whoever bootstraps or is a node. */
export function bindingsOf({ cluster, kubernetes, places }: OverviewFacts): readonly BindingOverview[] {
  const { rbac, target } = cluster;
  if (rbac.bindings.length === 0) return [];
  const about = certificateObjects(rbac, new RbacAccess(rbac, kubernetes, target.release));
  const bindings = new Set(about.flatMap(({ value }) => (isRole(value) ? [] : [value])));
  return rbac.bindings
    .filter(({ value }) => bindings.has(value) || isForNodes(value))
    .slice(0, MOST)
    .map(({ path, value: { name, roleRef, subjects } }) => ({
      name: name.value,
      role: roleRef.name.value,
      subjects: subjects.slice(0, MOST).map((subject) => `${subject.kind.value} ${subject.name.value}`),
      place: places.outermost({ path, range: name.range }),
    }));
}

function isForNodes({ subjects }: RoleBindingObject): boolean {
  return subjects.some((subject) => isBootstrapName(subject.name.value) || isNodes(subject));
}

/** Returns whom the tokens in view stand for. */
export function tokensOf(cluster: Cluster, places: Places): readonly TokenOverview[] {
  return tokensInView(cluster)
    .slice(0, MOST)
    .map(({ identity: { user, groups, origin } }) => ({ user, groups, place: places.outermost(origin) }));
}

/** Returns the kubeconfigs in view, with the server and the kind of credential that each one uses. */
export function kubeconfigsOf(cluster: Cluster, places: Places): readonly KubeconfigOverview[] {
  return kubeconfigsInView(cluster)
    .slice(0, MOST)
    .map((kubeconfig) => kubeconfigOverview(kubeconfig, places));
}

function kubeconfigOverview({ path, value }: InFile<KubeconfigDocument>, places: Places): KubeconfigOverview {
  const { cluster, user } = currentContextOf(value);
  const server = cluster?.server;
  return {
    server: server && !server.templated && isShowable('server', server.value) ? server.value : undefined,
    credential: user ? credentialOf(user) : 'unknown',
    place: places.outermost({ path, range: value.headRange }),
  };
}

function credentialOf(user: KubeconfigUser): KubeconfigOverview['credential'] {
  if (user.clientCertificateData || user.clientCertificate) return 'certificate';
  if (user.token || user.tokenFile) return 'token';
  if (user.exec || user.authProvider) return 'program';
  return user.username || user.password ? 'password' : 'none';
}
