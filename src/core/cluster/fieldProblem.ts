import type { YamlNode, YamlScalar } from '../documents/yaml/node';
import { yamlBoolean } from '../documents/yaml/scalarType';
import type { FieldType } from '../kubernetes/data';
import type { FieldLife } from '../kubernetes/fieldLife';
import { isRefused } from './valueProblem';

/** What a field takes instead of the value it has. */
export type Wanted =
  'boolean' | 'integer' | 'number' | 'text' | 'duration' | 'quantity' | 'list' | 'mapping' | 'choice';

/** A value that stops the kubelet, and what could stand there where that is beyond doubt. */
export interface FieldProblem {
  readonly wanted: Wanted;
  readonly node: YamlNode;
  /** Position of the node in the field's list, or its key in the field's map; undefined for the value of the field itself. */
  readonly item?: number | string;
  /** Undefined when more than one value may have been meant. */
  readonly correction: string | undefined;
}

/** Returns what is wrong with the value of a field, without looking into objects; nothing for templates, aliases and null. */
export function fieldProblems(value: YamlNode, life: FieldLife): readonly FieldProblem[] {
  const { type } = life;
  if (type === undefined || isOpen(value)) return [];
  if (type === 'object') return mappingProblems(value);
  if (type.startsWith('map of ')) return mapProblems(value, type.slice('map of '.length) as FieldType, life);
  if (!type.startsWith('list of ')) return scalarProblems(value, type, life);
  if (value.kind !== 'sequence') return [{ wanted: 'list', node: value, correction: asList(value) }];
  const itemType = type.slice('list of '.length) as FieldType;
  return value.items.flatMap((node, item) => {
    if (isOpen(node)) return [];
    const problems = itemType === 'object' ? mappingProblems(node) : scalarProblems(node, itemType, life);
    return problems.map((problem) => ({ ...problem, item }));
  });
}

/** Nothing to judge: made by a template, written elsewhere, or not set at all. */
function isOpen(node: YamlNode): boolean {
  return node.kind === 'alias' || (node.kind === 'scalar' && (node.templated || node.type === 'null'));
}

function mappingProblems(node: YamlNode): readonly FieldProblem[] {
  return node.kind === 'mapping' ? [] : [{ wanted: 'mapping', node, correction: undefined }];
}

/** Texts and booleans in a map are read as strictly as fields; other values have checks of their own. */
function mapProblems(node: YamlNode, type: FieldType, life: FieldLife): readonly FieldProblem[] {
  if (node.kind !== 'mapping' || (type !== 'string' && type !== 'bool')) return mappingProblems(node);
  return node.entries.flatMap(({ key, value }) => {
    if (isOpen(value) || key.templated || key.value === '<<') return [];
    return scalarProblems(value, type, life).map((problem) => ({ ...problem, item: key.value }));
  });
}

/** One address or name where a list belongs: `clusterDNS: 10.96.0.10`. */
function asList(node: YamlNode): string | undefined {
  if (node.kind !== 'scalar' || node.type !== 'string' || !isInline(node) || !/^[\w.:/-]+$/.test(node.value))
    return undefined;
  return `[${node.style === 'plain' ? node.value : JSON.stringify(node.value)}]`;
}

function scalarProblems(node: YamlNode, type: FieldType, life: FieldLife): readonly FieldProblem[] {
  const wanted = wantedBy[type];
  if (wanted === undefined) return [];
  if (node.kind !== 'scalar') return [{ wanted, node, correction: undefined }];
  if (!accepts(type, node)) return [{ wanted, node, correction: isInline(node) ? corrected(wanted, node) : undefined }];
  return choiceProblems(node, life);
}

const wantedBy: Readonly<Partial<Record<FieldType, Wanted>>> = {
  bool: 'boolean',
  int32: 'integer',
  int64: 'integer',
  uint32: 'integer',
  float: 'number',
  string: 'text',
  time: 'text',
  duration: 'duration',
  'duration or int64': 'duration',
  quantity: 'quantity',
};

function accepts(type: FieldType, scalar: YamlScalar): boolean {
  switch (type) {
    case 'bool':
      return scalar.type === 'boolean';
    case 'int32':
    case 'int64':
    case 'uint32':
      return scalar.type === 'integer' || isWholeFloat(scalar);
    case 'float':
      return scalar.type === 'integer' || scalar.type === 'float';
    case 'duration':
      return scalar.type === 'string' && !isRefused('duration', scalar.value);
    case 'duration or int64':
      return scalar.type === 'integer' || accepts('duration', scalar);
    case 'quantity':
      return scalar.type !== 'boolean';
    default:
      return scalar.type === 'string';
  }
}

/** YAML's `1e3` and `10.0` reach the kubelet as whole numbers. */
function isWholeFloat({ type, value }: YamlScalar): boolean {
  return type === 'float' && Number.isInteger(Number(value.replaceAll('_', '')));
}

/** What may be written instead, by what is wanted and what kind of scalar is there. */
const corrections: Readonly<Record<string, (text: string) => string | undefined>> = {
  'boolean for string': (text) => yamlBoolean(text)?.toString(),
  'integer for string': (text) => (/^(?:0|[1-9]\d{0,8})$/.test(text) ? text : undefined),
  'number for string': (text) => (/^\d{1,9}(?:\.\d{1,9})?$/.test(text) ? text : undefined),
  'duration for integer': (text) => (text === '0' ? '"0s"' : undefined),
  'text for boolean': (text) => JSON.stringify(text),
  'text for integer': (text) => JSON.stringify(text),
  'text for float': (text) => JSON.stringify(text),
};

function corrected(wanted: Wanted, { value, type }: YamlScalar): string | undefined {
  return corrections[`${wanted} for ${type}`]?.(value);
}

/** An empty text is an unset field. */
function choiceProblems(scalar: YamlScalar, { enum: allowed, enumChecked }: FieldLife): readonly FieldProblem[] {
  const { value } = scalar;
  if (!enumChecked || !allowed || value === '' || allowed.includes(value)) return [];
  const same = allowed.find((one) => one.toLowerCase() === value.toLowerCase());
  const quoted = scalar.style === 'plain' ? same : same && JSON.stringify(same);
  return [{ wanted: 'choice', node: scalar, correction: isInline(scalar) ? quoted : undefined }];
}

function isInline({ style }: YamlScalar): boolean {
  return style !== 'literal' && style !== 'folded';
}
