import type { ConfigFieldsData } from './data';
import type { FieldLife } from './fieldLife';
import type { FieldPath, FieldPlace } from './fieldPlace';
import { fieldChildren, FieldsOfKind, nearestField, type NearestField } from './fieldSchema';
import type { Release } from './release';
import type { Releases } from './releases';

/** Fields of KubeletConfiguration, from the Go types and defaulting code of each release. */
export interface ConfigFields {
  /** The apiVersions of KubeletConfiguration that some release reads, oldest first. */
  readonly apiVersions: readonly string[];
  /** The top of a file; undefined when no release reads KubeletConfiguration in this apiVersion. */
  readonly root: (apiVersion: string, release: Release) => FieldPlace | undefined;
  /** The life of a field; undefined when no release reads KubeletConfiguration in this apiVersion. */
  readonly field: (apiVersion: string, path: FieldPath, release: Release) => FieldLife | undefined;
  /** Names right below the path; empty when the apiVersion is not known. */
  readonly children: (apiVersion: string, path: FieldPath, release: Release) => readonly string[];
  /** What an unknown name was meant to be; see `nearestField`. */
  readonly nearest: (apiVersion: string, path: FieldPath, release: Release) => NearestField | undefined;
}

export function createConfigFields(data: ConfigFieldsData, releases: Releases): ConfigFields {
  const versions = new Map<string, FieldsOfKind>();
  const fieldsOf = (apiVersion: string): FieldsOfKind | undefined => {
    const made = versions.get(apiVersion);
    if (made) return made;
    const known = Object.hasOwn(data, apiVersion) ? data[apiVersion] : undefined;
    if (!known) return undefined;
    const fields = new FieldsOfKind(known.fields, known.accepted);
    versions.set(apiVersion, fields);
    return fields;
  };
  const root: ConfigFields['root'] = (apiVersion, release) => fieldsOf(apiVersion)?.root(releases.clamp(release));
  return {
    apiVersions: Object.keys(data),
    root,
    field: (apiVersion, path, release) => root(apiVersion, release)?.at(path).life,
    children: (apiVersion, path, release) => fieldChildren(root(apiVersion, release)?.at(path)),
    nearest: (apiVersion, path, release) => nearestField(root(apiVersion, release), path),
  };
}
