import { askedOnce } from '../askedOnce';
import type { CommandLine, Flag } from '../documents/commandLine';
import { isIn } from '../documents/conditions';
import type { ComponentName } from '../documents/component';
import type { KubeletConfigurationDocument, ParsedFile } from '../documents/document';
import { yamlBoolean } from '../documents/yaml/scalarType';
import { valueOf, type YamlScalar } from '../documents/yaml/node';
import type { Range } from '../text/range';
import type { SourceText } from '../text/sourceText';
import { goBoolean } from './goBoolean';

/** Where a feature gate is written. */
export type GatePlace =
  | {
      readonly type: 'flag';
      readonly line: CommandLine;
      readonly flag: Flag;
      /** Ranges of all entries of the list, this one included; undefined when quoting hides where they stand. */
      readonly entries: readonly Range[] | undefined;
    }
  | { readonly type: 'configuration'; readonly document: KubeletConfigurationDocument };

/** One `Name=true` of a `--feature-gates` flag, or one entry of `featureGates` in a KubeletConfiguration. */
export interface WrittenGate {
  readonly component: ComponentName;
  readonly path: string;
  /** Without the component prefix that 1.32 and later accept: `kube:Name`. */
  readonly name: string;
  /** The entry of the list, or the value of the entry in a configuration, without quotes. */
  readonly text: string;
  /** Undefined when it is no Go boolean, and when `templated`. */
  readonly value: boolean | undefined;
  /** True when a template stands there, or decides whether the gate does. */
  readonly templated: boolean;
  /** Name and value; the whole list when quoting hides where the entry stands. */
  readonly range: Range;
  /** The name without prefix and quotes; undefined when quoting hides where it stands. */
  readonly nameRange: Range | undefined;
  readonly valueRange: Range;
  readonly place: GatePlace;
}

const TEMPLATE = /\{\{|\{%|\$|<%/;
const COMPONENT_PREFIX = 'kube:';

/** Returns the gates written in one file, in the order written. */
export const gatesInFile = askedOnce((file: ParsedFile): readonly WrittenGate[] => {
  const { path } = file.source;
  return file.documents.flatMap((document) => {
    if (document.type === 'kubelet-configuration') return gatesInConfiguration(path, document);
    if (document.type !== 'flags') return [];
    return document.commandLines.flatMap((line) =>
      line.arguments.flatMap((argument) =>
        argument.type === 'flag' ? gatesInFlag(file.source, line, argument.flag) : [],
      ),
    );
  });
});

/** Returns the gates of one `--feature-gates` flag; nothing for another flag. */
export function gatesInFlag(source: SourceText, line: CommandLine, flag: Flag): readonly WrittenGate[] {
  if (flag.name !== 'feature-gates' || flag.value === undefined || !flag.valueRange) return [];
  const whole = flag.valueRange;
  const isExact = source.slice(whole) === flag.value;
  const entries = splitList(flag.value);
  const rangeIn = ({ start, end }: Range): Range =>
    isExact ? { start: whole.start + start, end: whole.start + end } : whole;
  const place: GatePlace = { type: 'flag', line, flag, entries: isExact ? entries.map(rangeIn) : undefined };
  return entries.map((entry) => {
    const text = sliceOf(flag.value, entry);
    const equals = text.indexOf('=');
    const valueText = equals === -1 ? '' : text.slice(equals + 1).trim();
    const fullName = (equals === -1 ? text : text.slice(0, equals)).trim();
    const name = fullName.startsWith(COMPONENT_PREFIX) ? fullName.slice(COMPONENT_PREFIX.length) : fullName;
    const nameEnd = entry.start + fullName.length;
    const templated = flag.conditional === true || TEMPLATE.test(text) || (flag.templated && !isExact);
    return {
      component: line.component,
      path: source.path,
      name,
      text,
      value: templated ? undefined : goBoolean(valueText),
      templated,
      range: rangeIn(entry),
      nameRange: isExact ? rangeIn({ start: nameEnd - name.length, end: nameEnd }) : undefined,
      valueRange: rangeIn({ start: entry.end - valueText.length, end: entry.end }),
      place,
    };
  });
}

/** Returns the gates of a KubeletConfiguration. */
export function gatesInConfiguration(path: string, document: KubeletConfigurationDocument): readonly WrittenGate[] {
  const map = valueOf(document.root, 'featureGates');
  if (map?.kind !== 'mapping') return [];
  return map.entries.flatMap(({ key, value }) => {
    if (value.kind !== 'scalar') return [];
    const templated = key.templated || value.templated || isIn(key.range, document.conditionalParts ?? []);
    const isBoolean = value.type === 'boolean' && !templated;
    return {
      component: 'kubelet' as const,
      path,
      name: key.value,
      text: value.value,
      value: isBoolean ? yamlBoolean(value.value) : undefined,
      templated,
      range: { start: key.range.start, end: value.range.end },
      nameRange: insideQuotes(key),
      valueRange: value.range,
      place: { type: 'configuration' as const, document },
    };
  });
}

/** Ranges of the entries of a comma-separated list, without the spaces around them and without empty ones. */
function splitList(text: string): readonly Range[] {
  const ranges: Range[] = [];
  let start = 0;
  for (const part of text.split(',')) {
    const end = start + part.length;
    const from = end - part.trimStart().length;
    const to = start + part.trimEnd().length;
    if (from < to) ranges.push({ start: from, end: to });
    start = end + 1;
  }
  return ranges;
}

function sliceOf(text: string | undefined, { start, end }: Range): string {
  return text?.slice(start, end) ?? '';
}

function insideQuotes({ range, value, style }: YamlScalar): Range | undefined {
  const inside = style === 'plain' ? range : { start: range.start + 1, end: range.end - 1 };
  return inside.end - inside.start === value.length ? inside : undefined;
}
