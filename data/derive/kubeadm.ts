import type { FieldData, FieldType, Json, KubeadmData, MinorRange } from '../../src/core/kubernetes/data';
import { coversAll } from './configFields';
import { fieldType } from './fieldType';
import { minorOf, rangesOf } from './sources';

/** kubeadm-fields.json, as far as it is used here. */
export interface KubeadmFacts {
  readonly versions: readonly {
    readonly apiVersion: string;
    readonly kinds: readonly string[];
    readonly acceptedFirst: string;
    readonly acceptedLast: string;
    readonly writtenFirst: string;
    readonly writtenLast: string;
  }[];
  readonly fields: readonly KubeadmField[];
  readonly docFields: readonly {
    readonly version: string;
    readonly kind: string;
    readonly fields: readonly string[];
  }[];
}

interface KubeadmField {
  readonly apiVersion: string;
  readonly kind: string;
  readonly path: string;
  readonly type: string;
  readonly first: string;
  readonly last: string;
  readonly default?: Json;
  readonly enum?: readonly string[];
  readonly deprecatedIn?: string;
}

/** The version that releases without source at hand document field by field. */
const DOCUMENTED = 'kubeadm.k8s.io/v1alpha1';

export function deriveKubeadm(facts: KubeadmFacts): KubeadmData {
  const versions = facts.versions.map((version) => {
    const accepted = [minorOf(version.acceptedFirst), minorOf(version.acceptedLast)] as const;
    const kinds = version.kinds.map((kind) => [kind, kindFields(facts, version.apiVersion, kind, accepted)] as const);
    return [
      version.apiVersion,
      {
        kinds: version.kinds,
        accepted,
        written: [minorOf(version.writtenFirst), minorOf(version.writtenLast)] as const,
        fields: Object.fromEntries(kinds.filter(([, fields]) => Object.keys(fields).length > 0)),
      },
    ] as const;
  });
  return Object.fromEntries(versions);
}

function kindFields(
  facts: KubeadmFacts,
  apiVersion: string,
  kind: string,
  accepted: MinorRange,
): Record<string, FieldData> {
  const rows = facts.fields.filter((row) => row.apiVersion === apiVersion && row.kind === kind);
  const documented = apiVersion === DOCUMENTED ? facts.docFields.filter((row) => row.kind === kind) : [];
  const paths = new Set([...rows.map(({ path }) => path), ...documented.flatMap(({ fields }) => fields)]);
  return Object.fromEntries(
    [...paths].map((path) => {
      const minors = documented.filter(({ fields }) => fields.includes(path)).map(({ version }) => minorOf(version));
      const row = rows.find((field) => field.path === path);
      const ranges = lifeOf(row, minors, accepted[1]);
      const type = row ? fieldType(path, row.type) : documentedType(path, paths);
      return [path, { ...(!coversAll(ranges, accepted) && { ranges }), ...(type && { type }), ...details(row) }];
    }),
  );
}

function lifeOf(row: KubeadmField | undefined, documentedIn: readonly number[], until: number): MinorRange[] {
  const minors = new Set(documentedIn);
  if (row) for (let minor = minorOf(row.first); minor <= minorOf(row.last); minor++) minors.add(minor);
  return rangesOf([...minors].filter((minor) => minor <= until).sort((a, b) => a - b));
}

/** The documentation lists names only; a name with others below it is an object. */
function documentedType(path: string, paths: ReadonlySet<string>): FieldType | undefined {
  return [...paths].some((other) => other.startsWith(`${path}.`)) ? 'object' : undefined;
}

function details(row: KubeadmField | undefined): FieldData {
  return {
    ...(row?.default !== undefined && { default: row.default }),
    ...(row?.enum && { enum: row.enum }),
    ...(row?.deprecatedIn !== undefined && { deprecated: minorOf(row.deprecatedIn) }),
  };
}
