import type { ParsedFile, RbacDocument } from '../documents/document';
import type { RbacObject, RoleBindingObject, RoleObject } from '../documents/rbacObject';
import type { InFile, RbacInView } from './cluster';

/** Returns all RBAC objects of the files, in the order written. */
export function rbacInView(files: readonly ParsedFile[]): RbacInView {
  const documents = files.flatMap((file): readonly InFile<RbacDocument>[] =>
    file.documents.flatMap((document) =>
      document.type === 'rbac' ? [{ path: file.source.path, value: document }] : [],
    ),
  );
  const roles: InFile<RoleObject>[] = [];
  const bindings: InFile<RoleBindingObject>[] = [];
  for (const { path, value } of documents) {
    for (const object of value.objects) {
      if (isRole(object)) roles.push({ path, value: object });
      else bindings.push({ path, value: object });
    }
  }
  return { documents, roles, bindings };
}

/** Returns whether an RBAC object is a role, not a binding. */
export function isRole(object: RbacObject): object is RoleObject {
  return object.kind === 'ClusterRole' || object.kind === 'Role';
}
