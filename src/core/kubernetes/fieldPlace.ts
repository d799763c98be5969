import type { FieldData, FieldSchema, FieldType } from './data';
import { rangeAt } from './ranges';

/** The way to a value in a configuration file: keys of maps and positions in lists. */
export type FieldPath = readonly (string | number)[];

/** The fields of a schema with the paths that others stand below. */
export class ListedFields {
  readonly #parents: ReadonlySet<string>;

  constructor(readonly fields: FieldSchema) {
    this.#parents = new Set(Object.keys(fields).flatMap(parentsOf));
  }

  /** Whether other fields stand below the path. */
  isParent(path: string): boolean {
    return this.#parents.has(path);
  }

  /** Whether the schema says anything about the path. */
  has(path: string): boolean {
    return ownField(this.fields, path) !== undefined || this.isParent(path);
  }
}

function parentsOf(path: string): readonly string[] {
  return [...path.matchAll(/[.[]/g)].map(({ index }) => path.slice(0, index));
}

/** A place in a schema at one release, and the way down from it. The places of listed fields are made once. */
export class FieldPlace {
  /** Set inside a map or an object without listed fields: the type of the value, or `any`. */
  readonly free: FieldType | 'any' | undefined;
  readonly #below = new Map<string, FieldPlace>();

  constructor(
    private readonly listed: ListedFields,
    private readonly minor: number,
    /** As the schema writes it: dotted names, `[]` after a list, `.*` for the values of a map. */
    readonly schemaPath: string,
    private readonly type: FieldType | undefined,
    /** Nothing is known below this place: whatever stands there is this place still. */
    private readonly end?: 'unlisted' | 'free',
  ) {
    const isKnown = end === 'unlisted' || schemaPath === '' || listed.has(schemaPath);
    this.free = isKnown ? undefined : end === 'free' ? 'any' : (type ?? 'any');
  }

  get isParent(): boolean {
    return this.listed.isParent(this.schemaPath);
  }

  /** The place one step further, as far as the schema says anything about it. */
  below(step: string | number): FieldPlace {
    if (this.end !== undefined) return this;
    const path = nameBelow(this.schemaPath, step, this.type);
    const known = this.#below.get(path);
    if (known) return known;
    const isListed = this.listed.has(path);
    if (!isListed && typeof step !== 'number' && !path.endsWith('.*')) return this.#beyond(path);
    const place = new FieldPlace(this.listed, this.minor, path, this.#typeOf(path));
    if (isListed) this.#below.set(path, place);
    return place;
  }

  #beyond(path: string): FieldPlace {
    const isUnlisted = this.schemaPath === '' || this.isParent;
    return new FieldPlace(this.listed, this.minor, path, undefined, isUnlisted ? 'unlisted' : 'free');
  }

  #typeOf(path: string): FieldType | undefined {
    const field = ownField(this.listed.fields, path);
    if (field) return typeAt(field, this.minor);
    return this.listed.isParent(path) ? 'object' : elementType(this.type);
  }
}

/** Returns the path of what stands one step below a value of the type, as the schema writes it. */
export function nameBelow(path: string, step: string | number, type: FieldType | undefined): string {
  if (typeof step === 'number') return `${path}[]`;
  if (type?.startsWith('map of ') === true) return `${path}.*`;
  return path === '' ? step : `${path}.${step}`;
}

function elementType(type: FieldType | undefined): FieldType | undefined {
  return type?.replace(/^(?:list|map) of /, '') as FieldType | undefined;
}

/** Returns the field of this path, or undefined; a name of `Object.prototype` is none. */
export function ownField(fields: FieldSchema, path: string): FieldData | undefined {
  return Object.hasOwn(fields, path) ? fields[path] : undefined;
}

/** Returns the type of a field at a release, else the last one known; undefined when none is. */
export function typeAt(field: FieldData, minor: number): FieldType | undefined {
  return field.type ?? (rangeAt(field.types, minor) ?? field.types?.at(-1))?.[2];
}
