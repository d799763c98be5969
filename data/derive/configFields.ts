import type { ConfigFieldsData, FieldData, Json, MinorRange } from '../../src/core/kubernetes/data';
import { fieldType } from './fieldType';
import { minorOf, rangeOf } from './sources';

type ByVersion<T> = Readonly<Record<string, T>>;

/** A row of config-fields.json, as far as it is used here. */
export interface ConfigField {
  readonly path: string;
  readonly apiVersion: string;
  readonly type: string;
  readonly typeByVersion?: ByVersion<string>;
  readonly ranges: readonly string[];
  readonly default: Json;
  readonly defaultByVersion?: ByVersion<Json>;
  readonly enum?: readonly string[];
  readonly enumByVersion?: ByVersion<readonly string[]>;
  readonly enumChecked?: boolean;
  readonly flag: string | null;
  readonly flags?: ByVersion<readonly string[]>;
  readonly featureGate?: string;
  readonly deprecatedIn: string | null;
}

/** A row of `_meta.kinds`: the apiVersions of KubeletConfiguration. */
export interface ConfigKind {
  readonly apiVersion: string;
  readonly first: string;
  readonly last: string;
}

export function deriveConfigFields(kinds: readonly ConfigKind[], rows: readonly ConfigField[]): ConfigFieldsData {
  return Object.fromEntries(
    kinds.map(({ apiVersion, first, last }) => {
      const accepted = [minorOf(first), minorOf(last)] as const;
      const own = rows.filter((row) => row.apiVersion === apiVersion);
      return [
        apiVersion,
        { accepted, fields: Object.fromEntries(own.map((row) => [row.path, fieldData(row, accepted)])) },
      ];
    }),
  );
}

function fieldData(row: ConfigField, accepted: MinorRange): FieldData {
  const ranges = row.ranges.map(rangeOf);
  return {
    ...(!coversAll(ranges, accepted) && { ranges }),
    ...(row.typeByVersion
      ? { types: dated(row.typeByVersion).map(([from, to, type]) => [from, to, fieldType(row.path, type)] as const) }
      : { type: fieldType(row.path, row.type) }),
    ...(row.defaultByVersion
      ? { defaults: dated(row.defaultByVersion).filter(([, , value]) => value !== null) }
      : row.default !== null && { default: row.default }),
    ...(row.enumByVersion ? { enums: dated(row.enumByVersion) } : row.enum && { enum: row.enum }),
    ...(row.enumChecked === true && { enumChecked: true as const }),
    ...(row.flag !== null && { flag: row.flag }),
    ...(row.featureGate !== undefined && { gate: row.featureGate }),
    ...(row.deprecatedIn !== null && { deprecated: minorOf(row.deprecatedIn) }),
  };
}

/** Whether the only range is that of the apiVersion, so that it need not be written. */
export function coversAll(ranges: readonly MinorRange[], accepted: MinorRange): boolean {
  return ranges.length === 1 && ranges[0]?.[0] === accepted[0] && ranges[0][1] === accepted[1];
}

function dated<T>(byVersion: ByVersion<T>): [number, number, T][] {
  return Object.entries(byVersion).map(([versions, value]) => [...rangeOf(versions), value]);
}
