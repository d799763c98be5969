import type { Range } from '../../text/range';
import type { Located } from '../rbacObject';
import { entryOf, itemsOf, resolved, valueOf, type YamlEntry, type YamlNode, type YamlScalar } from './node';

/** A scalar under a key, as written. */
export interface Field<T = string> extends Located<T> {
  readonly keyRange: Range;
  /** True when a template stands in it: what it says is unknown. */
  readonly templated: boolean;
}

/** Returns the scalar under a key, or undefined when it is missing, null or no scalar. */
export function fieldOf(node: YamlNode | undefined, key: string): Field | undefined {
  return fieldAs(node, key, (text) => text);
}

/** As `fieldOf`, with the value made of the text. */
export function fieldAs<T>(node: YamlNode | undefined, key: string, make: (text: string) => T): Field<T> | undefined {
  const entry = entryOf(node, key);
  const scalar = entry && writtenScalar(entry);
  return entry && scalar && fieldAt(entry, scalar, make(scalar.value));
}

/** Returns the scalars of a list, in the order written. */
export function listOf(node: YamlNode | undefined, key: string): readonly (Located<string> & { templated: boolean })[] {
  return itemsOf(valueOf(node, key)).flatMap((item) =>
    item.kind === 'scalar' && item.type !== 'null'
      ? [{ value: item.value, range: item.range, templated: item.templated }]
      : [],
  );
}

/** Returns the scalar entries of a mapping, in the order written; of two with one key the last, as Go's decoder keeps it. */
export function scalarEntries(node: YamlNode | undefined): ReadonlyMap<string, Field & { readonly key: string }> {
  const mapping = resolved(node);
  const found = new Map<string, Field & { readonly key: string }>();
  for (const entry of mapping?.kind === 'mapping' ? mapping.entries : []) {
    const scalar = writtenScalar(entry);
    if (scalar) found.set(entry.key.value, { key: entry.key.value, ...fieldAt(entry, scalar, scalar.value) });
  }
  return found;
}

function writtenScalar({ value }: YamlEntry): YamlScalar | undefined {
  const scalar = resolved(value);
  return scalar?.kind === 'scalar' && (scalar.type !== 'null' || scalar.templated) ? scalar : undefined;
}

function fieldAt<T>(entry: YamlEntry, scalar: YamlScalar, value: T): Field<T> {
  return { value, range: scalar.range, keyRange: entry.key.range, templated: scalar.templated };
}
