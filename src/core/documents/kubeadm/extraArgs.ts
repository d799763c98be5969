import { normaliseFlagName } from '../../kubernetes/flagLife';
import type { Range } from '../../text/range';
import type { Argument, Flag } from '../commandLine';
import { scalarOf, type YamlMapping, type YamlNode, type YamlScalar, type YamlSequence } from '../yaml/node';

/** A flag that kubeadm hands on, with the scalars it is made of. */
export interface ExtraArg {
  readonly flag: Flag;
  /** The key of a map, or the value of `name` in a list. */
  readonly name: YamlScalar;
  /** Undefined when it is not written in place: missing, or an alias. */
  readonly value: YamlScalar | undefined;
}

/** Extra arguments as a map (up to v1beta3) or as a list of names and values (v1beta4). */
export type ExtraArgsNode = YamlMapping | YamlSequence;

/** Arguments in the order written, and for each flag what it is made of. */
export interface ExtraArgs {
  readonly arguments: readonly Argument[];
  readonly flags: readonly ExtraArg[];
}

/** Reads extra arguments; kubeadm writes each as `--name=value` (kubeadm util/arguments.go). */
export function readExtraArgs(node: ExtraArgsNode): ExtraArgs {
  const read = node.kind === 'mapping' ? node.entries.map(mapEntry) : node.items.map(listItem);
  return {
    arguments: read.map((argument) => ('flag' in argument ? { type: 'flag', flag: argument.flag } : argument.other)),
    flags: read.filter((argument): argument is ExtraArg => 'flag' in argument),
  };
}

function mapEntry({ key, value }: YamlMapping['entries'][number]): ExtraArg | { readonly other: Argument } {
  const range = { start: key.range.start, end: Math.max(key.range.end, value.range.end) };
  if (key.value === '<<') return takenIn(key.value, range);
  return extraArg(key, value, range) ?? stray(key.value, range);
}

function listItem(item: YamlNode): ExtraArg | { readonly other: Argument } {
  if (item.kind === 'alias') return takenIn('*', item.range);
  const name = scalarOf(item, 'name');
  if (item.kind !== 'mapping' || !name) return stray('', item.range);
  const value = item.entries.findLast(({ key }) => key.value === 'value')?.value;
  return extraArg(name, value, item.range) ?? stray(name.value, item.range);
}

function extraArg(name: YamlScalar, node: YamlNode | undefined, range: Range): ExtraArg | undefined {
  const target = node?.kind === 'alias' ? node.target : node;
  if (target && target.kind !== 'scalar') return undefined;
  const value = node?.kind === 'scalar' ? node : undefined;
  const text = target && (target.type !== 'null' || target.templated) ? target.value : '';
  const place = value ? insideQuotes(value) : { start: range.end, end: range.end };
  const flag: Flag = {
    name: normaliseFlagName(name.value),
    writtenName: `--${name.value}`,
    nameRange: insideQuotes(name),
    form: 'equals',
    value: text,
    valueRange: place,
    range,
    templated: name.templated || target?.templated === true,
  };
  return { flag, name, value };
}

/** Arguments that stand in another place of the file: what they are is not followed. */
function takenIn(mark: string, range: Range): { readonly other: Argument } {
  return { other: { type: 'reference', reference: { variable: mark, range, templated: true, unsplit: false } } };
}

function stray(text: string, range: Range): { readonly other: Argument } {
  return { other: { type: 'stray', stray: { text, range } } };
}

/** Returns a scalar's place without the quotes around it. */
export function insideQuotes({ style, range }: YamlScalar): Range {
  const isQuoted = style === 'single-quoted' || style === 'double-quoted';
  return isQuoted ? { start: range.start + 1, end: range.end - 1 } : range;
}
