import {
  COLLECTION_STYLE,
  EVENT_ID,
  SCALAR_STYLE,
  YAMLException,
  getScalarValue,
  type AliasEvent,
  type Event,
  type MappingEvent,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml';
import type { Range } from '../../text/range';
import type { SyntaxProblem } from '../document';
import { hasTemplate, type MaskedYaml } from './maskTemplates';
import type { ScalarStyle, ScalarType, YamlAlias, YamlEntry, YamlNode, YamlScalar } from './node';
import { parseLikeGo } from './parseLikeGo';
import { blockHeaderStart, emptyValuePlace, flowEnd } from './places';
import { plainScalarType, taggedScalarType } from './scalarType';

export type YamlTree = { readonly root: YamlNode | undefined } | { readonly problem: SyntaxProblem };

const STYLES: Readonly<Record<ScalarEvent['style'], ScalarStyle>> = {
  [SCALAR_STYLE.PLAIN]: 'plain',
  [SCALAR_STYLE.SINGLE_QUOTED]: 'single-quoted',
  [SCALAR_STYLE.DOUBLE_QUOTED]: 'double-quoted',
  [SCALAR_STYLE.LITERAL_BLOCK]: 'literal',
  [SCALAR_STYLE.FOLDED_BLOCK]: 'folded',
};

/**
 * Reads one document of a YAML text into a tree whose ranges are those of the whole text, or says what the parser
 * refused. `source` is the text as written, `masked` the same with its templates masked.
 */
export function readTree(source: string, masked: MaskedYaml, document: Range): YamlTree {
  const text = masked.text.slice(document.start, document.end);
  try {
    const events = parseLikeGo(text);
    return { root: buildTree(source, masked, { parsed: document, start: document.start, events }) };
  } catch (error) {
    const position = error instanceof YAMLException ? (error.mark?.position ?? 0) : 0;
    const reason = error instanceof YAMLException ? error.reason : 'the document cannot be read';
    const start = document.start + Math.min(position, text.length);
    return { problem: { range: { start, end: Math.min(start + 1, document.end) }, reason } };
  }
}

/** What the parser said of one document. */
export interface ParsedDocument {
  /** The text that was parsed: places in the events count from its start. */
  readonly parsed: Range;
  /** Where in the whole text the document starts. */
  readonly start: number;
  readonly events: readonly Event[];
}

/** Returns the tree of a document that the parser has read. */
export function buildTree(source: string, masked: MaskedYaml, document: ParsedDocument): YamlNode | undefined {
  return new TreeBuilder(source, masked, document).build(document.events);
}

/** A collection that is still being read. */
interface OpenCollection {
  readonly kind: 'mapping' | 'sequence';
  readonly style: 'block' | 'flow';
  readonly start: number;
  readonly anchor: string | undefined;
  readonly nodes: YamlNode[];
}

class TreeBuilder {
  readonly #anchors = new Map<string, Exclude<YamlNode, YamlAlias>>();
  readonly #open: OpenCollection[] = [];
  readonly #parsed: string;
  readonly #offset: number;
  /** End of what has been read so far: where the next empty value is looked for. */
  #cursor: number;
  #root: YamlNode | undefined;

  constructor(
    readonly source: string,
    readonly masked: MaskedYaml,
    { parsed, start }: ParsedDocument,
  ) {
    this.#parsed = source.slice(parsed.start, parsed.end);
    this.#offset = parsed.start;
    this.#cursor = start;
  }

  build(events: readonly Event[]): YamlNode | undefined {
    for (const event of events) {
      switch (event.type) {
        case EVENT_ID.DOCUMENT:
          break;
        case EVENT_ID.MAPPING:
          this.#openCollection('mapping', event);
          break;
        case EVENT_ID.SEQUENCE:
          this.#openCollection('sequence', event);
          break;
        case EVENT_ID.SCALAR:
          this.#add(this.#scalar(event), this.#nameAt(event));
          break;
        case EVENT_ID.ALIAS:
          this.#addAlias(event);
          break;
        case EVENT_ID.POP:
          this.#close();
          break;
      }
    }
    return this.#root;
  }

  #openCollection(kind: OpenCollection['kind'], event: MappingEvent | SequenceEvent): void {
    const style = event.style === COLLECTION_STYLE.FLOW ? 'flow' : 'block';
    const start = event.start + this.#offset;
    const isBracketed = style === 'flow' && '{['.includes(this.masked.text.charAt(start));
    this.#open.push({ kind, style, start, anchor: this.#nameAt(event), nodes: [] });
    this.#cursor = Math.max(this.#cursor, isBracketed ? start + 1 : start);
  }

  #close(): void {
    const open = this.#open.pop();
    if (!open) return;
    const { kind, style, start, nodes, anchor } = open;
    if (style === 'flow') this.#cursor = flowEnd(this.masked.text, this.#cursor, start);
    const end = style === 'flow' ? this.#cursor : (nodes.at(-1)?.range.end ?? start);
    const range = { start, end: Math.max(start, end) };
    this.#add(
      kind === 'mapping' ? { kind, style, range, entries: this.#entries(nodes) } : { kind, style, range, items: nodes },
      anchor,
    );
  }

  #entries(nodes: readonly YamlNode[]): readonly YamlEntry[] {
    const entries: YamlEntry[] = [];
    for (let index = 0; index + 1 < nodes.length; index += 2) {
      const key = nodes[index];
      const value = nodes[index + 1];
      if (key && value) entries.push({ key: key.kind === 'scalar' ? key : this.#asKey(key), value });
    }
    return entries;
  }

  /** A key that is no scalar stands in the tree as its own text: nothing here looks for one. */
  #asKey({ range }: YamlNode): YamlScalar {
    const value = this.source.slice(range.start, range.end);
    return {
      kind: 'scalar',
      value,
      style: 'plain',
      type: 'string',
      range,
      templated: hasTemplate(this.masked.templates, range),
    };
  }

  #add(node: Exclude<YamlNode, YamlAlias>, anchor: string | undefined): void {
    if (anchor !== undefined) this.#anchors.set(anchor, node);
    this.#place(node);
  }

  #place(node: YamlNode): void {
    this.#cursor = Math.max(this.#cursor, node.range.end);
    const parent = this.#open.at(-1);
    if (parent) parent.nodes.push(node);
    else this.#root ??= node;
  }

  /** An alias to a node that is still open would make a cycle: it has no target. */
  #addAlias(event: AliasEvent): void {
    const range = { start: event.anchorStart - 1 + this.#offset, end: event.anchorEnd + this.#offset };
    this.#place({ kind: 'alias', range, target: this.#anchors.get(this.#nameAt(event) ?? '') });
  }

  #nameAt(event: { anchorStart: number; anchorEnd: number }): string | undefined {
    if (event.anchorStart === -1) return undefined;
    return this.source.slice(event.anchorStart + this.#offset, event.anchorEnd + this.#offset);
  }

  #scalar(event: ScalarEvent): YamlScalar {
    const isEmpty = event.valueStart === -1;
    const range = isEmpty ? this.#emptyRange(event) : this.#scalarRange(event);
    const templated = hasTemplate(this.masked.templates, range) || (isEmpty && this.#isFilledIn(range.end));
    const value = templated ? this.source.slice(range.start, range.end) : this.#decoded(event);
    const style = STYLES[event.style];
    return { kind: 'scalar', value, style, type: this.#typeOf(event, value, templated), range, templated };
  }

  #typeOf(event: ScalarEvent, value: string, templated: boolean): ScalarType {
    if (templated) return 'string';
    const tag =
      event.tagStart === -1 ? '' : this.source.slice(event.tagStart + this.#offset, event.tagEnd + this.#offset);
    return taggedScalarType(tag) ?? (event.style === SCALAR_STYLE.PLAIN ? plainScalarType(value) : 'string');
  }

  #decoded(event: ScalarEvent): string {
    if (event.valueStart === -1) return '';
    const written = this.#parsed.slice(event.valueStart, event.valueEnd);
    if (event.fast && !written.includes('\n')) return written;
    return getScalarValue(this.#parsed, { ...event, fast: false });
  }

  #scalarRange(event: ScalarEvent): Range {
    const start = event.valueStart + this.#offset;
    const end = event.valueEnd + this.#offset;
    switch (event.style) {
      case SCALAR_STYLE.PLAIN:
        return { start, end };
      case SCALAR_STYLE.SINGLE_QUOTED:
      case SCALAR_STYLE.DOUBLE_QUOTED:
        return { start: start - 1, end: end + 1 };
      default: {
        const from = blockHeaderStart(this.masked.text, this.#afterProperties(event), start);
        return { start: from, end: from + this.source.slice(from, end).trimEnd().length };
      }
    }
  }

  #emptyRange(event: ScalarEvent): Range {
    const from = this.#afterProperties(event);
    const parent = this.#open.at(-1);
    const isValue = parent?.kind === 'sequence' || (parent !== undefined && parent.nodes.length % 2 === 1);
    const announced = isValue && from === this.#cursor;
    const at = announced ? emptyValuePlace(this.masked.text, from, parent.kind === 'sequence' ? '-' : ':') : from;
    return { start: at, end: at };
  }

  /** End of what was read, or of the anchor and tag in front of a value. */
  #afterProperties(event: ScalarEvent): number {
    return Math.max(this.#cursor, event.anchorEnd + this.#offset, event.tagEnd + this.#offset);
  }

  /** True when a template stands where an unwritten value would be. */
  #isFilledIn(from: number): boolean {
    let at = from;
    while (at < this.source.length && ' \t\r\n'.includes(this.source.charAt(at))) at += 1;
    return at < this.source.length && hasTemplate(this.masked.templates, { start: at, end: at });
  }
}
