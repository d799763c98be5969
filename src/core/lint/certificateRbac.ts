import type { Cluster, InFile, RbacInView } from '../cluster/cluster';
import { allows, approvals, createCsr, type Permission, type RbacAccess } from '../cluster/rbacAccess';
import { isRole } from '../cluster/rbacInView';
import type { NewClusterRoleBinding, RbacDocument } from '../documents/document';
import type { RbacObject, RbacSubject, RoleBindingObject } from '../documents/rbacObject';
import type { Kubernetes } from '../kubernetes/kubernetes';
import type { TextEdit } from '../text/edit';

const certificatePermissions: readonly Permission[] = [createCsr, ...Object.values(approvals)];

/** A permission that no role about certificates gives: whoever has it is an administrator of the cluster. */
const anything: Permission = { verb: 'create', apiGroup: '', resource: 'secrets' };

/** Returns the roles and bindings in view that are about node certificates, in the order written. */
export function certificateObjects(rbac: RbacInView, access: RbacAccess): readonly InFile<RbacObject>[] {
  return rbac.documents.flatMap(({ path, value }) =>
    value.objects.filter((object) => isAboutCertificates(object, access)).map((object) => ({ path, value: object })),
  );
}

function isAboutCertificates(object: RbacObject, access: RbacAccess): boolean {
  if (isRole(object)) {
    return !allows(object.rules, anything) && certificatePermissions.some((asked) => allows(object.rules, asked));
  }
  if (isAdministrative(object, access)) return false;
  return certificatePermissions.some((asked) => access.grant(object, asked) === 'yes') || isNamedAfterCsr(object);
}

/** Also where the release has no such role: the reader meant certificates. */
function isNamedAfterCsr({ roleRef }: RoleBindingObject): boolean {
  return /^system:(?:node-bootstrapper$|certificates\.k8s\.io:certificatesigningrequests:)/.test(roleRef.name.value);
}

/** Returns whether a binding gives far more than certificates, as cluster-admin does. */
export function isAdministrative(binding: RoleBindingObject, access: RbacAccess): boolean {
  return access.grant(binding, anything) === 'yes';
}

/** Returns whether a subject stands for nodes that have a certificate. */
export function isNodes({ name }: RbacSubject): boolean {
  return /^system:(?:nodes$|node:|authenticated$)/.test(name.value);
}

/** Returns the edits that add a ClusterRoleBinding beside an object; undefined when the file cannot take it. */
export function addBinding(
  { rbac, target }: Cluster,
  kubernetes: Kubernetes,
  beside: InFile<RbacObject>,
  binding: Omit<NewClusterRoleBinding, 'name' | 'apiVersion'> & { readonly names: readonly string[] },
): readonly TextEdit[] | undefined {
  const { names, ...rest } = binding;
  const name = names.find((candidate) => rbac.bindings.every(({ value }) => value.name.value !== candidate));
  const document = documentOf(rbac, beside);
  if (name === undefined || !document) return undefined;
  const served = kubernetes.apiVersionsOf('ClusterRoleBinding', target.release);
  const apiVersion = served.includes(beside.value.apiVersion) ? beside.value.apiVersion : served.at(-1);
  return apiVersion === undefined ? undefined : document.insertion.add({ name, apiVersion, ...rest });
}

function documentOf({ documents }: RbacInView, { value }: InFile<RbacObject>): RbacDocument | undefined {
  return documents.find((document) => document.value.objects.includes(value))?.value;
}
