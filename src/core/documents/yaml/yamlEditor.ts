import type { TextEdit } from '../../text/edit';
import type { SourceText } from '../../text/sourceText';
import type { LocalEdit } from '../localEdit';
import { addToBlock, fillBlock, removeFromBlock } from './blockEdits';
import { addToFlow, flowEntry, jsonText, removeFromFlow, type FlowStyle } from './flowEdits';
import { entryEnd, indentationUnit, isJson, isNull } from './layout';
import { ownEntry, type YamlEntry, type YamlMapping, type YamlNode } from './node';

/** Edits one YAML or JSON mapping where its siblings stand. Returns undefined when it cannot be done safely. */
export interface YamlEditor {
  /** Sets the value at a path of keys, making missing parents; `value` is YAML text such as `true` or `"10m"`. */
  set(path: readonly string[], value: string): readonly TextEdit[] | undefined;
  /** Removes the entry at a path of keys with its lines, and a parent that it leaves empty. */
  remove(path: readonly string[]): readonly TextEdit[] | undefined;
}

/** Returns an editor of the document with this root. `templated` documents take changed values, but no new entries. */
export function yamlEditor(source: SourceText, root: YamlMapping, templated: boolean): YamlEditor {
  const editor = new TreeEditor(source, root, templated);
  const located = (edits: readonly LocalEdit[] | undefined): readonly TextEdit[] | undefined =>
    edits?.map((edit) => ({ path: source.path, ...edit }));
  return {
    set: (path, value) => located(editor.set(root, path, value)),
    remove: (path) => located(editor.remove(root, path)),
  };
}

class TreeEditor {
  constructor(
    readonly source: SourceText,
    readonly root: YamlMapping,
    readonly templated: boolean,
  ) {}

  get #style(): FlowStyle {
    return { json: isJson(this.root), unit: indentationUnit(this.source, this.root) };
  }

  set(mapping: YamlMapping, path: readonly string[], value: string): readonly LocalEdit[] | undefined {
    const [key, ...rest] = path;
    if (key === undefined) return undefined;
    const entry = ownEntry(mapping, key);
    if (!entry) return this.#add(mapping, path, value);
    if (rest.length === 0) return this.#replace(entry, value);
    if (entry.value.kind === 'mapping') return this.set(entry.value, rest, value);
    return isNull(entry.value) ? this.#fill(mapping, entry, rest, value) : undefined;
  }

  remove(root: YamlMapping, path: readonly string[]): readonly LocalEdit[] | undefined {
    const steps = stepsTo(root, path);
    const top = steps?.findLastIndex(({ mapping }, index) => index === 0 || mapping.entries.length > 1) ?? -1;
    const step = steps?.[top];
    if (!step || !this.#isRemovable(step)) return undefined;
    const remove = step.mapping.style === 'flow' ? removeFromFlow : removeFromBlock;
    return remove(this.source, step.mapping, step.entry);
  }

  #add(mapping: YamlMapping, path: readonly string[], value: string): readonly LocalEdit[] | undefined {
    if (this.templated || hasEmptyKey(mapping)) return undefined;
    if (mapping.style === 'flow') return addToFlow(this.source, mapping, path, value, this.#style);
    return addToBlock(this.source, mapping, path, value, this.#style.unit);
  }

  #fill(
    mapping: YamlMapping,
    entry: YamlEntry,
    rest: readonly string[],
    value: string,
  ): readonly LocalEdit[] | undefined {
    if (this.templated || !this.#isPlainEntry(entry)) return undefined;
    if (mapping.style === 'block') return fillBlock(this.source, entry, rest, value, this.#style.unit);
    return [
      {
        range: entry.value.range,
        newText: `${this.#blankBefore(entry)}{${flowEntry(this.source, rest, value, this.#style)}}`,
      },
    ];
  }

  #replace(entry: YamlEntry, value: string): readonly LocalEdit[] | undefined {
    const { value: old } = entry;
    if (old.kind !== 'scalar' || old.templated || old.style === 'literal' || old.style === 'folded') return undefined;
    if (!this.#isPlainEntry(entry)) return undefined;
    return [{ range: old.range, newText: this.#blankBefore(entry) + (this.#style.json ? jsonText(value) : value) }];
  }

  #blankBefore({ value }: YamlEntry): string {
    return this.source.text[value.range.start - 1] === ':' ? ' ' : '';
  }

  /** True for `key: value` without tag, anchor or comment in between, and without the `?` of an explicit key. */
  #isPlainEntry(entry: YamlEntry): boolean {
    const between = this.source.text.slice(entry.key.range.end, entry.value.range.start);
    return /^\s*:\s*$/.test(between) && !this.#isExplicit(entry);
  }

  #isExplicit({ key }: YamlEntry): boolean {
    const { start } = this.source.lineRange(this.source.lineAt(key.range.start));
    return /\?\s+$/.test(this.source.text.slice(start, key.range.start));
  }

  /** A template over several lines is more than its value's range. */
  #isRemovable({ mapping, entry }: Step): boolean {
    const isTemplated = entry.value.kind === 'scalar' && entry.value.templated;
    return !isTemplated && !hasEmptyKey(mapping) && !this.#isExplicit(entry) && !this.#isAnchored(entry);
  }

  #isAnchored(entry: YamlEntry): boolean {
    return /(?:^|\s)&\S/.test(this.source.slice({ start: entry.key.range.start, end: entryEnd(entry) }));
  }
}

interface Step {
  readonly mapping: YamlMapping;
  readonly entry: YamlEntry;
}

/** Returns the entries on the way to the end of a path, or undefined when one is missing or behind an alias. */
function stepsTo(root: YamlMapping, path: readonly string[]): readonly Step[] | undefined {
  const steps: Step[] = [];
  let mapping: YamlNode = root;
  for (const key of path) {
    if (mapping.kind !== 'mapping') return undefined;
    const entry = ownEntry(mapping, key);
    if (!entry) return undefined;
    steps.push({ mapping, entry });
    mapping = entry.value;
  }
  return steps;
}

/** `{a: 1, : 2}` and `{? }`: what stands around such an entry is not what it seems. */
function hasEmptyKey({ entries }: YamlMapping): boolean {
  return entries.some(({ key }) => key.range.start === key.range.end);
}
