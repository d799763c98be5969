import type { Dated, FieldData, FieldType, Json } from './data';
import { ownField, typeAt, type ListedFields } from './listedFields';
import { presenceAt, rangeAt, type Presence } from './ranges';
import { releaseOf, type Release } from './release';

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

/** A place in a schema at one release, as far as it decides what the field there is. */
export interface SchemaPlace {
  readonly listed: ListedFields;
  readonly minor: number;
  /** As the schema writes it: dotted names, `[]` after a list, `.*` for the values of a map. */
  readonly schemaPath: string;
  /** Set inside a map or an object without listed fields: the type of the value, or `any`. */
  readonly free: FieldType | 'any' | undefined;
  readonly isParent: boolean;
}

/** The life of the field at a place. `unknown` when no release has it under this apiVersion. */
export function fieldLife({ schemaPath: path, free, isParent, listed, minor }: SchemaPlace): FieldLife {
  if (free) return { state: 'free', path, enumChecked: false, ...(free !== 'any' && { type: free }) };
  const field = ownField(listed.fields, path);
  if (field) return listedLife(listed, path, field, minor);
  return isParent
    ? { state: 'known', path, enumChecked: false, type: 'object' }
    : { state: 'unknown', path, enumChecked: false };
}

function listedLife({ accepted }: ListedFields, path: string, field: FieldData, minor: number): FieldLife {
  const presence = presenceAt(field.ranges ?? [accepted], minor, ...accepted);
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
