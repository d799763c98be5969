import type { KubeadmData } from './data';
import type { FieldPath } from './fieldPlace';
import {
  fieldChildren,
  fieldLife,
  nearestField,
  type FieldLife,
  type NearestField,
  VersionedSchema,
} from './fieldSchema';
import type { Release } from './release';
import type { Releases } from './releases';

/** Fields of kubeadm's files, from its Go types; v1alpha1 of 1.5 to 1.9 from its documentation. */
export interface KubeadmFields {
  /** The apiVersions some kubeadm reads, oldest first. */
  readonly apiVersions: readonly string[];
  /** Kinds of the apiVersion; empty when no kubeadm reads it. */
  readonly kinds: (apiVersion: string) => readonly string[];
  /** The life of a field; undefined when the kind is not known in this apiVersion or its fields are not listed. */
  readonly field: (apiVersion: string, kind: string, path: FieldPath, release: Release) => FieldLife | undefined;
  /** Names right below the path; empty when the kind is not known. */
  readonly children: (apiVersion: string, kind: string, path: FieldPath, release: Release) => readonly string[];
  /** What an unknown name was meant to be; see `nearestField`. */
  readonly nearest: (apiVersion: string, kind: string, path: FieldPath, release: Release) => NearestField | undefined;
}

export function createKubeadmFields(data: KubeadmData, releases: Releases): KubeadmFields {
  const version = (apiVersion: string) => (Object.hasOwn(data, apiVersion) ? data[apiVersion] : undefined);
  const schemas = new Map<string, VersionedSchema>();
  const schema = (apiVersion: string, kind: string): VersionedSchema | undefined => {
    const name = `${apiVersion}/${kind}`;
    const made = schemas.get(name);
    const known = version(apiVersion);
    const fields = known && Object.hasOwn(known.fields, kind) ? known.fields[kind] : undefined;
    if (made || !known || !fields) return made;
    const schema = new VersionedSchema(fields, known.accepted);
    schemas.set(name, schema);
    return schema;
  };
  return {
    apiVersions: Object.keys(data),
    kinds: (apiVersion) => version(apiVersion)?.kinds ?? [],
    field: (apiVersion, kind, path, release) => {
      const found = schema(apiVersion, kind);
      return found && fieldLife(found, path, releases.clamp(release));
    },
    children: (apiVersion, kind, path, release) => {
      const found = schema(apiVersion, kind);
      return found ? fieldChildren(found, path, releases.clamp(release)) : [];
    },
    nearest: (apiVersion, kind, path, release) => {
      const found = schema(apiVersion, kind);
      return found && nearestField(found, path, releases.clamp(release));
    },
  };
}
