import { Answers } from './answers';
import type { Dated, FieldData, FieldSchema, FieldType, Json, MinorRange } from './data';
import { nearest } from './nearest';
import { contains, presenceAt, rangeAt, type Presence } from './ranges';
import { minorOf, releaseOf, type Release } from './release';

/** The way to a value in a configuration file: keys of maps and positions in lists. */
export type FieldPath = readonly (string | number)[];

/** A field of a configuration file as one release sees it. */
export interface FieldLife {
  /**
   * `free`: inside a map or an object whose fields are not listed, where any name is right; also below a scalar, where
   * the wrong type is the matter.
   */
  readonly state: 'known' | 'deprecated' | 'removed' | 'not-yet' | 'unknown' | 'free';
  /** The path as the schema writes it: dotted names, `[]` after a list, `.*` for the values of a map. */
  readonly path: string;
  /** The type at this release; undefined where it is not known. */
  readonly type?: FieldType;
  readonly since?: Release;
  readonly deprecatedIn?: Release;
  readonly removedIn?: Release;
  /** What an absent field means; undefined when it is left unset or not known. */
  readonly default?: Json;
  readonly enum?: readonly string[];
  /** The program refuses values outside `enum`; otherwise the list is only documented. */
  readonly enumChecked: boolean;
  /** The flag that sets the same field. */
  readonly flag?: string;
  readonly gate?: string;
}

/** A schema with the releases that accept the apiVersion it belongs to. */
export class VersionedSchema {
  /** Paths that others stand below. */
  readonly parents: ReadonlySet<string>;
  readonly lives = new Answers<FieldLife>();

  constructor(
    readonly fields: FieldSchema,
    readonly accepted: MinorRange,
  ) {
    this.parents = new Set(Object.keys(fields).flatMap(parentsOf));
  }
}

function parentsOf(path: string): readonly string[] {
  return [...path.matchAll(/[.[]/g)].map(({ index }) => path.slice(0, index));
}

/** The life of the field at the path. `unknown` when no release has it under this apiVersion. */
export function fieldLife(schema: VersionedSchema, path: FieldPath, release: Release): FieldLife {
  const minor = minorOf(release);
  const { schemaPath, free } = resolve(schema, path, minor);
  if (free) return { state: 'free', path: schemaPath, enumChecked: false, ...(free !== 'any' && { type: free }) };
  const field = ownField(schema.fields, schemaPath);
  if (field) return schema.lives.get(release, schemaPath, () => listedLife(schema, schemaPath, field, minor));
  return schema.parents.has(schemaPath)
    ? { state: 'known', path: schemaPath, enumChecked: false, type: 'object' }
    : { state: 'unknown', path: schemaPath, enumChecked: false };
}

function listedLife(schema: VersionedSchema, path: string, field: FieldData, minor: number): FieldLife {
  const presence = presenceAt(field.ranges ?? [schema.accepted], minor, ...schema.accepted);
  return {
    state: stateOf(presence, field, minor),
    path,
    enumChecked: field.enumChecked === true,
    ...(presence?.since && { since: presence.since }),
    ...(presence?.removedIn && { removedIn: presence.removedIn }),
    ...(field.deprecated !== undefined && { deprecatedIn: releaseOf(field.deprecated) }),
    ...detailsAt(field, minor),
  };
}

function stateOf(presence: Presence | undefined, field: FieldData, minor: number): FieldLife['state'] {
  if (presence?.when === 'past') return 'removed';
  if (presence?.when === 'future') return 'not-yet';
  return field.deprecated !== undefined && minor >= field.deprecated ? 'deprecated' : 'known';
}

/** Names of the fields right below the path at this release, in the order of the schema. */
export function fieldChildren(schema: VersionedSchema, path: FieldPath, release: Release): string[] {
  const minor = minorOf(release);
  const parent = resolve(schema, path, minor).schemaPath;
  const prefix = parent === '' ? '' : `${parent}.`;
  return Object.keys(schema.fields)
    .filter((name) => name.startsWith(prefix) && /^[^.*]+$/.test(name.slice(prefix.length)))
    .filter((name) => !name.endsWith('[]') && isPresent(schema, name, minor))
    .map((name) => name.slice(prefix.length));
}

/** Why a name is taken for another: its letters, its place, or the flag it was copied from. */
export interface NearestField {
  readonly path: string;
  readonly why: 'case' | 'flag' | 'misplaced' | 'spelling';
}

/**
 * The field of this release that an unknown name was probably meant to be: a neighbour in another case, the field that
 * the flag of this name sets, the only field of this name elsewhere, else the nearest spelling among the neighbours.
 * Undefined when nothing is near.
 */
export function nearestField(schema: VersionedSchema, path: FieldPath, release: Release): NearestField | undefined {
  const name = path.at(-1);
  if (typeof name !== 'string') return undefined;
  const minor = minorOf(release);
  const parent = path.slice(0, -1);
  const siblings = fieldChildren(schema, parent, release);
  const prefix = resolve(schema, parent, minor).schemaPath;
  const sameLetters = siblings.find((sibling) => sibling.toLowerCase() === name.toLowerCase());
  if (sameLetters !== undefined) return { path: below(prefix, sameLetters, 'object'), why: 'case' };
  const present = Object.keys(schema.fields).filter((field) => isPresent(schema, field, minor));
  const flag = name.replaceAll('_', '-').replace(/^-+/, '');
  const ofFlag = present.find((field) => schema.fields[field]?.flag === flag);
  if (ofFlag !== undefined) return { path: ofFlag, why: 'flag' };
  const elsewhere = present.filter((field) => lastName(field).toLowerCase() === name.toLowerCase());
  if (elsewhere[0] !== undefined && elsewhere.length === 1) return { path: elsewhere[0], why: 'misplaced' };
  const similar = nearest(name, siblings);
  return similar === undefined ? undefined : { path: below(prefix, similar, 'object'), why: 'spelling' };
}

interface Resolved {
  readonly schemaPath: string;
  /** Set inside a map or an object without listed fields: the type of the value, or `any`. */
  readonly free?: FieldType | 'any';
}

/** Follows the path in the schema, as far as the schema says anything about it. */
function resolve(schema: VersionedSchema, path: FieldPath, minor: number): Resolved {
  let schemaPath = '';
  let type: FieldType | undefined = 'object';
  for (const step of path) {
    const next = below(schemaPath, step, type);
    const anyName = typeof step === 'number' || next.endsWith('.*');
    if (!isListed(schema, next) && !anyName) {
      return schemaPath === '' || schema.parents.has(schemaPath)
        ? { schemaPath: next }
        : { schemaPath: next, free: 'any' };
    }
    type = typeBelow(schema, next, type, minor);
    schemaPath = next;
  }
  return path.length === 0 || isListed(schema, schemaPath) ? { schemaPath } : { schemaPath, free: type ?? 'any' };
}

function below(path: string, step: string | number, type: FieldType | undefined): string {
  if (typeof step === 'number') return `${path}[]`;
  if (type?.startsWith('map of ') === true) return `${path}.*`;
  return path === '' ? step : `${path}.${step}`;
}

function typeBelow(schema: VersionedSchema, path: string, parent: FieldType | undefined, minor: number) {
  const field = ownField(schema.fields, path);
  if (field) return typeAt(field, minor);
  return schema.parents.has(path) ? 'object' : elementType(parent);
}

function isListed({ fields, parents }: VersionedSchema, path: string): boolean {
  return ownField(fields, path) !== undefined || parents.has(path);
}

function elementType(type: FieldType | undefined): FieldType | undefined {
  return type?.replace(/^(?:list|map) of /, '') as FieldType | undefined;
}

function ownField(fields: FieldSchema, path: string): FieldData | undefined {
  return Object.hasOwn(fields, path) ? fields[path] : undefined;
}

function isPresent(schema: VersionedSchema, path: string, minor: number): boolean {
  const field = ownField(schema.fields, path);
  return field !== undefined && (field.ranges === undefined || contains(field.ranges, minor));
}

function typeAt(field: FieldData, minor: number): FieldType | undefined {
  return field.type ?? (rangeAt(field.types, minor) ?? field.types?.at(-1))?.[2];
}

function detailsAt(field: FieldData, minor: number): Partial<FieldLife> {
  const type = typeAt(field, minor);
  const byDefault = valueAt(field.default, field.defaults, minor);
  const allowed = valueAt(field.enum, field.enums, minor);
  return {
    ...(type && { type }),
    ...(byDefault !== undefined && { default: byDefault }),
    ...(allowed && { enum: allowed }),
    ...(field.flag !== undefined && { flag: field.flag }),
    ...(field.gate !== undefined && { gate: field.gate }),
  };
}

function valueAt<T>(plain: T | undefined, dated: Dated<T> | undefined, minor: number): T | undefined {
  return plain ?? rangeAt(dated, minor)?.[2];
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
