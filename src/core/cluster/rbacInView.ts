import type { ParsedFile, RbacDocument } from '../documents/document';
import type { RoleBindingObject, RoleObject } from '../documents/rbacObject';
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
      if (object.kind === 'ClusterRole' || object.kind === 'Role') roles.push({ path, value: object });
      if (object.kind === 'ClusterRoleBinding' || object.kind === 'RoleBinding') bindings.push({ path, value: object });
    }
  }
  return { documents, roles, bindings };
}
