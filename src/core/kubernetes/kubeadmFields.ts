import type { KubeadmData } from './data';
import type { FieldLife } from './fieldLife';
import type { FieldPath, FieldPlace } from './fieldPlace';
import { fieldChildren, FieldsOfKind, nearestField, type NearestField } from './fieldSchema';
import type { Release } from './release';
import type { Releases } from './releases';

/** Fields of kubeadm's files, from its Go types; v1alpha1 of 1.5 to 1.9 from its documentation. */
export interface KubeadmFields {
  /** The apiVersions some kubeadm reads, oldest first. */
  readonly apiVersions: readonly string[];
  /** Kinds of the apiVersion; empty when no kubeadm reads it. */
  readonly kinds: (apiVersion: string) => readonly string[];
  /** The top of a file; undefined when the kind is not known in this apiVersion or its fields are not listed. */
  readonly root: (apiVersion: string, kind: string, release: Release) => FieldPlace | undefined;
  /** The life of a field; undefined when the kind is not known in this apiVersion or its fields are not listed. */
  readonly field: (apiVersion: string, kind: string, path: FieldPath, release: Release) => FieldLife | undefined;
  /** Names right below the path; empty when the kind is not known. */
  readonly children: (apiVersion: string, kind: string, path: FieldPath, release: Release) => readonly string[];
  /** What an unknown name was meant to be; see `nearestField`. */
  readonly nearest: (apiVersion: string, kind: string, path: FieldPath, release: Release) => NearestField | undefined;
}

export function createKubeadmFields(data: KubeadmData, releases: Releases): KubeadmFields {
  const version = (apiVersion: string) => (Object.hasOwn(data, apiVersion) ? data[apiVersion] : undefined);
  const kinds = new Map<string, FieldsOfKind>();
  const fieldsOf = (apiVersion: string, kind: string): FieldsOfKind | undefined => {
    const name = `${apiVersion}/${kind}`;
    const made = kinds.get(name);
    if (made) return made;
    const known = version(apiVersion);
    const listed = known && Object.hasOwn(known.fields, kind) ? known.fields[kind] : undefined;
    if (!known || !listed) return undefined;
    const fields = new FieldsOfKind(listed, known.accepted);
    kinds.set(name, fields);
    return fields;
  };
  const root: KubeadmFields['root'] = (apiVersion, kind, release) =>
    fieldsOf(apiVersion, kind)?.root(releases.clamp(release));
  return {
    apiVersions: Object.keys(data),
    kinds: (apiVersion) => version(apiVersion)?.kinds ?? [],
    root,
    field: (apiVersion, kind, path, release) => root(apiVersion, kind, release)?.at(path).life,
    children: (apiVersion, kind, path, release) => fieldChildren(root(apiVersion, kind, release)?.at(path)),
    nearest: (apiVersion, kind, path, release) => nearestField(root(apiVersion, kind, release), path),
  };
}
