import type { FieldType } from './data';
import { fieldLife, type FieldLife, type SchemaPlace } from './fieldLife';
import { ownField, typeAt, type ListedFields } from './listedFields';

/** The way to a value in a configuration file: keys of maps and positions in lists. */
export type FieldPath = readonly (string | number)[];

/** A place in a schema at one release, and the way down from it. The places of listed fields are made once. */
export class FieldPlace implements SchemaPlace {
  readonly free: FieldType | 'any' | undefined;
  readonly #below = new Map<string, FieldPlace>();
  #life: FieldLife | undefined;

  constructor(
    readonly listed: ListedFields,
    readonly minor: number,
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

  /** What the release makes of the field. */
  get life(): FieldLife {
    this.#life ??= fieldLife(this);
    return this.#life;
  }

  /** The place at the end of a path. */
  at(path: FieldPath): FieldPlace {
    return path.reduce<FieldPlace>((place, step) => place.below(step), this);
  }

  /** The place one step further, as far as the schema says anything about it. */
  below(step: string | number): FieldPlace {
    if (this.end !== undefined) return this;
    const part = typeof step === 'number' ? '[]' : isMap(this.type) ? '.*' : step;
    const known = this.#below.get(part);
    if (known) return known;
    const path = nameBelow(this.schemaPath, step, this.type);
    if (part === step && !this.listed.has(path)) return this.#beyond(path);
    const place = new FieldPlace(this.listed, this.minor, path, this.#typeOf(path));
    this.#below.set(part, place);
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
  if (isMap(type)) return `${path}.*`;
  return path === '' ? step : `${path}.${step}`;
}

function isMap(type: FieldType | undefined): boolean {
  return type?.startsWith('map of ') === true;
}

function elementType(type: FieldType | undefined): FieldType | undefined {
  return type?.replace(/^(?:list|map) of /, '') as FieldType | undefined;
}
