import type { ConfigFieldsData } from './data';
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

/** Fields of KubeletConfiguration, from the Go types and defaulting code of each release. */
export interface ConfigFields {
  /** The apiVersions of KubeletConfiguration that some release reads, oldest first. */
  readonly apiVersions: readonly string[];
  /** The life of a field; undefined when no release reads KubeletConfiguration in this apiVersion. */
  readonly field: (apiVersion: string, path: FieldPath, release: Release) => FieldLife | undefined;
  /** Names right below the path; empty when the apiVersion is not known. */
  readonly children: (apiVersion: string, path: FieldPath, release: Release) => readonly string[];
  /** What an unknown name was meant to be; see `nearestField`. */
  readonly nearest: (apiVersion: string, path: FieldPath, release: Release) => NearestField | undefined;
}

export function createConfigFields(data: ConfigFieldsData, releases: Releases): ConfigFields {
  const schemas = new Map<string, VersionedSchema>();
  const schema = (apiVersion: string): VersionedSchema | undefined => {
    const made = schemas.get(apiVersion);
    const known = Object.hasOwn(data, apiVersion) ? data[apiVersion] : undefined;
    if (made || !known) return made;
    const schema = new VersionedSchema(known.fields, known.accepted);
    schemas.set(apiVersion, schema);
    return schema;
  };
  return {
    apiVersions: Object.keys(data),
    field: (apiVersion, path, release) => {
      const found = schema(apiVersion);
      return found && fieldLife(found, path, releases.clamp(release));
    },
    children: (apiVersion, path, release) => {
      const found = schema(apiVersion);
      return found ? fieldChildren(found, path, releases.clamp(release)) : [];
    },
    nearest: (apiVersion, path, release) => {
      const found = schema(apiVersion);
      return found && nearestField(found, path, releases.clamp(release));
    },
  };
}
