import type { FieldData, FieldSchema, FieldType, MinorRange } from './data';
import { rangeAt } from './ranges';

/** The fields of a schema with the paths that others stand below, and the releases that accept the apiVersion it belongs to. */
export class ListedFields {
  readonly #parents: ReadonlySet<string>;

  constructor(
    readonly fields: FieldSchema,
    readonly accepted: MinorRange,
  ) {
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

/** Returns the field of this path, or undefined; a name of `Object.prototype` is none. */
export function ownField(fields: FieldSchema, path: string): FieldData | undefined {
  return Object.hasOwn(fields, path) ? fields[path] : undefined;
}

/** Returns the type of a field at a release, else the last one known; undefined when none is. */
export function typeAt(field: FieldData, minor: number): FieldType | undefined {
  return field.type ?? (rangeAt(field.types, minor) ?? field.types?.at(-1))?.[2];
}
