import type { NewClusterRoleBinding } from '../document';
import { scalarText } from '../yaml/layout';

const GROUP = 'rbac.authorization.k8s.io';

/** A ClusterRoleBinding as plain data, in the order in which people write it. */
export function rbacData({ name, apiVersion, roleName, subjectKind, subjectName }: NewClusterRoleBinding): object {
  // In v1alpha1 a subject names its group in `apiVersion`, which the API server fills in for users and groups.
  const subjectGroup = apiVersion.endsWith('/v1alpha1') ? {} : { apiGroup: GROUP };
  return {
    apiVersion,
    kind: 'ClusterRoleBinding',
    metadata: { name },
    roleRef: { apiGroup: GROUP, kind: 'ClusterRole', name: roleName },
    subjects: [{ ...subjectGroup, kind: subjectKind, name: subjectName }],
  };
}

/** Returns a ClusterRoleBinding as lines of YAML without a document marker. */
export function rbacLines(binding: NewClusterRoleBinding): readonly string[] {
  const isAlpha = binding.apiVersion.endsWith('/v1alpha1');
  return [
    `apiVersion: ${scalarText(binding.apiVersion)}`,
    'kind: ClusterRoleBinding',
    'metadata:',
    `  name: ${scalarText(binding.name)}`,
    'roleRef:',
    `  apiGroup: ${GROUP}`,
    '  kind: ClusterRole',
    `  name: ${scalarText(binding.roleName)}`,
    'subjects:',
    ...(isAlpha ? [`- kind: ${binding.subjectKind}`] : [`- apiGroup: ${GROUP}`, `  kind: ${binding.subjectKind}`]),
    `  name: ${scalarText(binding.subjectName)}`,
  ];
}
