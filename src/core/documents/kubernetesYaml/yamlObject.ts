import type { SourceText } from '../../text/sourceText';
import type { Document } from '../document';
import type { ObjectHead } from '../rbac/readRbac';
import type { Template } from '../yaml/maskTemplates';
import { itemsOf, scalarOf, valueOf, type YamlMapping } from '../yaml/node';

/** One object of a manifest: a YAML document, or an item of a list. */
export interface YamlObject {
  readonly source: SourceText;
  readonly root: YamlMapping;
  readonly head: ObjectHead;
  readonly templates: readonly Template[];
  /** True when a template decides which lines there are: what is absent may be there after all. */
  readonly templated: boolean;
}

/** Reads the objects of one kind; nothing for any other. */
export type ObjectReader = (object: YamlObject) => readonly Document[];

/** Returns what a manifest says it is; empty texts where it does not say. */
export function headOf(root: YamlMapping): ObjectHead {
  return { apiVersion: scalarOf(root, 'apiVersion')?.value ?? '', kind: scalarOf(root, 'kind')?.value ?? '' };
}

/** An item of a ClusterRoleBindingList may leave out what the list says. */
export function itemHead(item: ObjectHead, list: ObjectHead): ObjectHead {
  return { apiVersion: item.apiVersion || list.apiVersion, kind: item.kind || list.kind.slice(0, -'List'.length) };
}

/** Returns the object itself, or the items of a list. */
export function objectsIn(object: YamlObject): readonly YamlObject[] {
  const { root, head } = object;
  const items = valueOf(root, 'items');
  if (!head.kind.endsWith('List') || items?.kind !== 'sequence') return [object];
  return itemsOf(items).flatMap((item) =>
    item.kind === 'mapping' ? [{ ...object, root: item, head: itemHead(headOf(item), head) }] : [],
  );
}

/** Returns where a finding about an object as a whole is shown: its kind. */
export function headRangeOf({ root }: YamlObject): { readonly start: number; readonly end: number } {
  return scalarOf(root, 'kind')?.range ?? root.range;
}
