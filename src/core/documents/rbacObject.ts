import type { Range } from '../text/range';

/** A value with the place it was read from. */
export interface Located<T> {
  readonly value: T;
  readonly range: Range;
}

export interface RbacSubject {
  readonly kind: Located<string>;
  readonly name: Located<string>;
  readonly namespace: Located<string> | undefined;
  readonly apiGroup: Located<string> | undefined;
  readonly range: Range;
}

export interface PolicyRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames: readonly string[];
  readonly verbs: readonly string[];
  readonly nonResourceURLs: readonly string[];
  readonly range: Range;
}

interface RbacObjectBase {
  readonly apiVersion: string;
  /** Where the object itself names its apiVersion, once; absent for what a list says or a kubectl command means. */
  readonly apiVersionRange?: Range;
  readonly name: Located<string>;
  readonly namespace: string | undefined;
  /** The whole object as written: YAML document or item, or kubectl command. */
  readonly range: Range;
  /** True when a template stands in a part that matters. */
  readonly templated: boolean;
}

export interface RoleObject extends RbacObjectBase {
  readonly kind: 'ClusterRole' | 'Role';
  readonly rules: readonly PolicyRule[];
  /** matchLabels of `aggregationRule`; undefined for an ordinary role. */
  readonly aggregates: readonly Readonly<Record<string, string>>[] | undefined;
  readonly labels: Readonly<Record<string, string>>;
}

export interface RoleBindingObject extends RbacObjectBase {
  readonly kind: 'ClusterRoleBinding' | 'RoleBinding';
  readonly roleRef: { readonly kind: string; readonly name: Located<string>; readonly range: Range };
  readonly subjects: readonly RbacSubject[];
}

/** RBAC as written, whichever form it was written in. */
export type RbacObject = RoleObject | RoleBindingObject;
