import type { PolicyRuleData } from '../kubernetes/data';
import type { Cluster, RbacInView } from './cluster';
import { baseName } from './paths';

/** Built-in ClusterRoles for approval begin with it. */
export const APPROVAL_ROLE_PREFIX = 'system:certificates.k8s.io:certificatesigningrequests:';

/**
 * Returns whether the RBAC objects in view are all there is about node certificates: only then is a right that nothing in view
 * gives known to be missing.
 */
export function isRbacWhole(cluster: Cluster): boolean {
  return (
    speaksAboutBootstrapping(cluster.rbac) &&
    !hidesRbac(cluster.rbac) &&
    !isMadeByKubeadm(cluster) &&
    !isRbacOff(cluster)
  );
}

/** Returns whether the RBAC objects in view say anything about bootstrapping: then they are all there is. */
export function speaksAboutBootstrapping(rbac: RbacInView): boolean {
  return (
    rbac.roles.some(({ value }) => value.rules.some(isAboutAsking)) ||
    rbac.bindings.some(
      ({ value }) =>
        value.roleRef.name.value === 'system:node-bootstrapper' ||
        value.roleRef.name.value.startsWith(APPROVAL_ROLE_PREFIX),
    )
  );
}

/** An approver may look at requests and change them: of who may make them that says nothing. */
function isAboutAsking({ resources, verbs }: PolicyRuleData): boolean {
  return resources.some(isAboutRequests) && verbs.some((verb) => verb === 'create' || verb === '*');
}

function isAboutRequests(resource: string): boolean {
  return resource === 'certificatesigningrequests' || resource.startsWith('certificatesigningrequests/');
}

/** Returns whether a template may hide RBAC objects: then nothing can be said about what is missing. */
export function hidesRbac({ documents }: RbacInView): boolean {
  return documents.some(({ value }) => value.templated || value.objects.some(({ templated }) => templated));
}

/** Returns whether kubeadm made this cluster: then it has bound the bootstrapping rights where we cannot see (rbac.json, kubeadmBindings). */
export function isMadeByKubeadm({ files }: Cluster): boolean {
  return files.some(
    ({ source, documents }) =>
      documents.some(({ type }) => type === 'kubeadm') ||
      /^(?:10-kubeadm\.conf|kubeadm-flags\.env)$/.test(baseName(source.path)),
  );
}

/** Returns whether there are no rights that could be missing; RBAC that is not known to be off is the usual. */
export function isRbacOff({ apiServer }: Cluster): boolean {
  const mode = apiServer?.flag('authorization-mode');
  return mode !== undefined && mode.state !== 'unknown' && !(mode.value ?? '').includes('RBAC');
}
