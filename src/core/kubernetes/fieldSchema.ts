import type { FieldSchema, MinorRange } from './data';
import { FieldPlace, nameBelow, type FieldPath } from './fieldPlace';
import { ListedFields, ownField } from './listedFields';
import { nearest } from './nearest';
import { contains } from './ranges';
import { minorOf, type Release } from './release';

/** What is known of the fields of one kind in one apiVersion. */
export class FieldsOfKind {
  readonly #listed: ListedFields;
  readonly #roots = new Map<Release, FieldPlace>();

  constructor(fields: FieldSchema, accepted: MinorRange) {
    this.#listed = new ListedFields(fields, accepted);
  }

  /** The top of a file as a release sees it. */
  root(release: Release): FieldPlace {
    const known = this.#roots.get(release);
    if (known) return known;
    const root = new FieldPlace(this.#listed, minorOf(release), '', 'object');
    this.#roots.set(release, root);
    return root;
  }
}

/** Names of the fields right below the place at its release, in the order of the schema; none when there is no such place. */
export function fieldChildren(place: FieldPlace | undefined): string[] {
  if (!place) return [];
  const { listed, minor, schemaPath: parent } = place;
  const prefix = parent === '' ? '' : `${parent}.`;
  return Object.keys(listed.fields)
    .filter((name) => name.startsWith(prefix) && /^[^.*]+$/.test(name.slice(prefix.length)))
    .filter((name) => !name.endsWith('[]') && isPresent(listed, name, minor))
    .map((name) => name.slice(prefix.length));
}

/** Why a name is taken for another: its letters, its place, or the flag it was copied from. */
export interface NearestField {
  readonly path: string;
  readonly why: 'case' | 'flag' | 'misplaced' | 'spelling';
}

/**
 * The field that an unknown name in a file was probably meant to be: a neighbour in another case, the field that the
 * flag of this name sets, the only field of this name elsewhere, else the nearest spelling among the neighbours. Undefined
 * when nothing is near.
 */
export function nearestField(root: FieldPlace | undefined, path: FieldPath): NearestField | undefined {
  const name = path.at(-1);
  const parent = root?.at(path.slice(0, -1));
  if (!parent || typeof name !== 'string') return undefined;
  const { listed, minor, schemaPath: prefix } = parent;
  const siblings = fieldChildren(parent);
  const sameLetters = siblings.find((sibling) => sibling.toLowerCase() === name.toLowerCase());
  if (sameLetters !== undefined) return { path: nameBelow(prefix, sameLetters, 'object'), why: 'case' };
  const present = Object.keys(listed.fields).filter((field) => isPresent(listed, field, minor));
  const ofFlag = (flag: string): string | undefined => present.find((field) => listed.fields[field]?.flag === flag);
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

function isPresent(listed: ListedFields, path: string, minor: number): boolean {
  const field = ownField(listed.fields, path);
  return field !== undefined && (field.ranges === undefined || contains(field.ranges, minor));
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
