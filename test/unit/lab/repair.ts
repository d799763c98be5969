import type { LabFile } from '../../../src/core/lab/labFile';

/** One change of a reader: a text in place of another, the whole text of a new file, or more at the end of one. */
export type Change =
  | { readonly path: string; readonly from: string; readonly to: string }
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly more: string };

export interface Repair {
  readonly name: string;
  readonly changes: readonly Change[];
}

/** What readers may do about an exercise. */
export interface Repairs {
  /** What the third hint says. */
  readonly hinted: Repair;
  /** Other repairs that are as good. */
  readonly others: readonly Repair[];
  /** Repairs that suggest themselves and do not help, or help too much. */
  readonly tempting: readonly Repair[];
}

/** Returns the files after a repair. Throws when a text to replace is not there. */
export function repaired(files: readonly LabFile[], { name, changes }: Repair): readonly LabFile[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  for (const change of changes) {
    const text = texts.get(change.path) ?? '';
    if ('from' in change && !text.includes(change.from))
      throw new Error(`${name}: no ${change.from} in ${change.path}`);
    if ('from' in change)
      texts.set(
        change.path,
        text.replace(change.from, () => change.to),
      );
    else texts.set(change.path, 'more' in change ? text + change.more : change.text);
  }
  return [...texts].map(([path, text]) => ({ path, text }));
}

export const REQUESTS = 'system:certificates.k8s.io:certificatesigningrequests';
export const RBAC = 'bootstrap-rbac.yaml';

export function binding(name: string, role: string, subject: string): string {
  return `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: ${name}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: ${role}
subjects:
- ${subject}
`;
}

export const group = (name: string) => `{kind: Group, name: "${name}", apiGroup: rbac.authorization.k8s.io}`;
export const user = (name: string) => `{kind: User, name: "${name}", apiGroup: rbac.authorization.k8s.io}`;
export const bind = (role: string, subject: string): Change => ({ path: RBAC, more: binding('added', role, subject) });

export const everything = (role: string): Repair => ({
  name: 'cluster-admin for whoever has a token',
  changes: [bind(role, group('system:bootstrappers'))],
});
