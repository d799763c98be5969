import type { Range } from '../../text/range';
import type { SourceText } from '../../text/sourceText';
import type { Argument } from '../commandLine';
import type { ComponentName } from '../component';
import type { LocalEdit } from '../localEdit';
import { isStatement } from '../templates';

/** What an editor must know of the host that a command line stands in. */
export interface FlagHost {
  readonly source: SourceText;
  readonly component: ComponentName;
  /** The stretch that holds the arguments, without quotes around it. */
  readonly range: Range;
  /** True when a program stands right before `range`, so that the first argument needs a blank before it. */
  readonly afterProgram: boolean;
  readonly arguments: readonly Argument[];
  /** Returns a flag as the host wants it written, or undefined when that cannot be done safely. */
  encode(text: string): string | undefined;
  /** Returns edits that let the host hold more than one word; none when it already does, undefined when it cannot. */
  makeRoom(): readonly LocalEdit[] | undefined;
}

/** Returns what stands between an argument and the one before it, or the start of the line. */
export function gapBefore(host: FlagHost, argument: Argument): Range {
  const previous = host.arguments[indexAt(host, rangeOf(argument).start) - 1];
  return { start: previous ? rangeOf(previous).end : host.range.start, end: rangeOf(argument).start };
}

/** Returns what stands between an argument and the one behind it, or the end of the line. */
export function gapAfter(host: FlagHost, argument: Argument): Range {
  const next = host.arguments[indexAt(host, rangeOf(argument).start) + 1];
  return { start: rangeOf(argument).end, end: next ? rangeOf(next).start : host.range.end };
}

/** Returns the index of the argument that starts at an offset, or that of the first one behind it. */
export function indexAt({ arguments: all }: FlagHost, start: number): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const argument = all[middle];
    if (argument && rangeOf(argument).start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Returns whether an argument is `{% if … %}` or its kin: what stands beside it may belong to a condition. */
export function isTemplateStatement(argument: Argument | undefined): boolean {
  return argument?.type === 'reference' && argument.reference.templated && isStatement(argument.reference.variable);
}

/** Returns the place of an argument as written. */
export function rangeOf(argument: Argument): Range {
  if (argument.type === 'flag') return argument.flag.range;
  return argument.type === 'reference' ? argument.reference.range : argument.stray.range;
}
