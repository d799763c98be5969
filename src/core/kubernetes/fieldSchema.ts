import { Answers } from './answers';
import type { Dated, FieldData, FieldSchema, FieldType, Json, MinorRange } from './data';
import { FieldPlace, ListedFields, nameBelow, ownField, typeAt, type FieldPath } from './fieldPlace';
import { nearest } from './nearest';
import { contains, presenceAt, rangeAt, type Presence } from './ranges';
import { minorOf, releaseOf, type Release } from './release';

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
  readonly lives = new Answers<FieldLife>();
  readonly #listed: ListedFields;
  readonly #roots = new Map<number, FieldPlace>();

  constructor(
    readonly fields: FieldSchema,
    readonly accepted: MinorRange,
  ) {
    this.#listed = new ListedFields(fields);
  }

  /** The place that a path leads to at a release. */
  placeOf(path: FieldPath, minor: number): FieldPlace {
    const root = this.#roots.get(minor) ?? new FieldPlace(this.#listed, minor, '', 'object');
    this.#roots.set(minor, root);
    return path.reduce((place, step) => place.below(step), root);
  }
}

/** The life of the field at the path. `unknown` when no release has it under this apiVersion. */
export function fieldLife(schema: VersionedSchema, path: FieldPath, release: Release): FieldLife {
  const minor = minorOf(release);
  const { schemaPath, free, isParent } = schema.placeOf(path, minor);
  if (free) return { state: 'free', path: schemaPath, enumChecked: false, ...(free !== 'any' && { type: free }) };
  const field = ownField(schema.fields, schemaPath);
  if (field) return schema.lives.get(release, schemaPath, () => listedLife(schema, schemaPath, field, minor));
  return isParent
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
  const parent = schema.placeOf(path, minor).schemaPath;
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
  const prefix = schema.placeOf(parent, minor).schemaPath;
  const sameLetters = siblings.find((sibling) => sibling.toLowerCase() === name.toLowerCase());
  if (sameLetters !== undefined) return { path: nameBelow(prefix, sameLetters, 'object'), why: 'case' };
  const present = Object.keys(schema.fields).filter((field) => isPresent(schema, field, minor));
  const ofFlag = (flag: string): string | undefined => present.find((field) => schema.fields[field]?.flag === flag);
  const written = ofFlag(name.replaceAll('_', '-').replace(/^-+/, ''));
  if (written !== undefined) return { path: written, why: 'flag' };
  const elsewhere = present.filter((field) => lastName(field).toLowerCase() === name.toLowerCase());
  if (elsewhere[0] !== undefined && elsewhere.length === 1) return { path: elsewhere[0], why: 'misplaced' };
  const inWords = ofFlag(asFlag(name));
  if (inWords !== undefined) return { path: inWords, why: 'flag' };
  const similar = nearest(name, siblings);
  return similar === undefined ? undefined : { path: nameBelow(prefix, similar, 'object'), why: 'spelling' };
}

/** `rotateServerCertificates` for `rotate-server-certificates`: flags are often written in the way of fields. */
function asFlag(name: string): string {
  const words = name.replaceAll(/([a-z\d])(?=[A-Z])/g, '$1-').replaceAll(/([A-Z])(?=[A-Z][a-z])/g, '$1-');
  return words.toLowerCase();
}

function isPresent(schema: VersionedSchema, path: string, minor: number): boolean {
  const field = ownField(schema.fields, path);
  return field !== undefined && (field.ranges === undefined || contains(field.ranges, minor));
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
