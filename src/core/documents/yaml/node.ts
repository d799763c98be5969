import type { Range } from '../../text/range';

/** How a scalar was written. */
export type ScalarStyle = 'plain' | 'single-quoted' | 'double-quoted' | 'literal' | 'folded';

/** What a scalar is once YAML's core schema has read it. */
export type ScalarType = 'string' | 'boolean' | 'integer' | 'float' | 'null';

export interface YamlScalar {
  readonly kind: 'scalar';
  /** Text after quoting and escapes are undone. */
  readonly value: string;
  readonly style: ScalarStyle;
  readonly type: ScalarType;
  /** The scalar as written, quotes included; empty for an empty value. */
  readonly range: Range;
  /** True when a template marker stands in it. */
  readonly templated: boolean;
}

export interface YamlEntry {
  readonly key: YamlScalar;
  readonly value: YamlNode;
}

export interface YamlMapping {
  readonly kind: 'mapping';
  readonly style: 'block' | 'flow';
  /** From the first key (or brace) to the end of the last value (or brace). */
  readonly range: Range;
  readonly entries: readonly YamlEntry[];
}

export interface YamlSequence {
  readonly kind: 'sequence';
  readonly style: 'block' | 'flow';
  readonly range: Range;
  readonly items: readonly YamlNode[];
}

/** `*name`: its target is the anchored node, or undefined when there is none. Never followed more than once in depth. */
export interface YamlAlias {
  readonly kind: 'alias';
  readonly range: Range;
  readonly target: Exclude<YamlNode, YamlAlias> | undefined;
}

export type YamlNode = YamlScalar | YamlMapping | YamlSequence | YamlAlias;

/** Returns the node an alias stands for, or the node itself; undefined for a dangling alias or no node. */
export function resolved(node: YamlNode | undefined): Exclude<YamlNode, YamlAlias> | undefined {
  return node?.kind === 'alias' ? node.target : node;
}

/**
 * Returns the entry with this key: the last one written (the one that Go's decoder keeps), else the first among what the
 * mapping takes in with `<<`. Undefined when `node` is no mapping or lacks it.
 */
export function entryOf(node: YamlNode | undefined, key: string): YamlEntry | undefined {
  const mapping = resolved(node);
  if (mapping?.kind !== 'mapping') return undefined;
  return ownEntry(mapping, key) ?? takenEntry(mapping, key);
}

/** Returns the entry with this key, the last one written, among those of the mapping itself. */
export function ownEntry({ entries }: YamlMapping, key: string): YamlEntry | undefined {
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const entry = entries[index];
    if (entry?.key.value === key) return entry;
  }
  return undefined;
}

/** What `<<` takes in. Each mapping is looked into once, however often it is taken in. */
function takenEntry(mapping: YamlMapping, key: string, before?: Set<YamlMapping>): YamlEntry | undefined {
  const merge = mapping.entries.findLast(isMerge);
  if (!merge) return undefined;
  const seen = before ?? new Set([mapping]);
  const taken = resolved(merge.value);
  for (const source of taken?.kind === 'sequence' ? taken.items : [taken]) {
    const other = resolved(source);
    if (other?.kind !== 'mapping' || seen.has(other)) continue;
    seen.add(other);
    const found = ownEntry(other, key) ?? takenEntry(other, key, seen);
    if (found) return found;
  }
  return undefined;
}

function isMerge({ key }: YamlEntry): boolean {
  return key.value === '<<' && key.style === 'plain';
}

/** Returns the value under this key, aliases resolved, or undefined. */
export function valueOf(node: YamlNode | undefined, key: string): Exclude<YamlNode, YamlAlias> | undefined {
  return resolved(entryOf(node, key)?.value);
}

/** Returns the value at the end of a path of keys, or undefined when any of them is missing. */
export function valueAt(node: YamlNode | undefined, path: readonly string[]): Exclude<YamlNode, YamlAlias> | undefined {
  return path.reduce<Exclude<YamlNode, YamlAlias> | undefined>((at, key) => valueOf(at, key), resolved(node));
}

/** Returns the scalar under this key, or undefined when it is missing or no scalar. */
export function scalarOf(node: YamlNode | undefined, key: string): YamlScalar | undefined {
  const value = valueOf(node, key);
  return value?.kind === 'scalar' ? value : undefined;
}

/** Returns the items of a sequence, aliases resolved; an empty list for anything else. */
export function itemsOf(node: YamlNode | undefined): readonly Exclude<YamlNode, YamlAlias>[] {
  const sequence = resolved(node);
  if (sequence?.kind !== 'sequence') return [];
  return sequence.items.every(isNoAlias) ? sequence.items : sequence.items.flatMap((item) => resolved(item) ?? []);
}

function isNoAlias(node: YamlNode): node is Exclude<YamlNode, YamlAlias> {
  return node.kind !== 'alias';
}
