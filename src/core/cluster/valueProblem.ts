import { goBoolean } from './goBoolean';
import type { FlagType } from '../kubernetes/data';

const checks: Readonly<Partial<Record<FlagType, (value: string) => boolean>>> = {
  bool: (value) => goBoolean(value) !== undefined,
  duration: (value) => isGoDuration(value),
  float: (value) =>
    /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(value) || /^[+-]?(?:inf(?:inity)?|nan)$/i.test(value),
  int: (value) => isGoInteger(value.replace(/^[+-]/, '')),
  uint: isGoInteger,
};

/** Returns whether a flag of this type refuses the value; false for types whose values are not checked here. */
export function isRefused(type: FlagType, value: string): boolean {
  const accepts = checks[type];
  return accepts !== undefined && !accepts(value);
}

/** As Go's strconv.ParseInt reads it with base 0: `0x1f`, `0b11`, `0o17`, `017`, `1_000`, but not `08`. */
function isGoInteger(value: string): boolean {
  const hasLooseUnderscore = /^_|__|_$/.test(value);
  const digits = value.replaceAll('_', '');
  return !hasLooseUnderscore && /^(?:0[xX][\da-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9]\d*)$/.test(digits);
}

/** A sequence of numbers with units, as Go's time.ParseDuration reads it: `1h30m`, `0`, but not `365d`. */
function isGoDuration(value: string): boolean {
  const text = value.replace(/^[+-]/, '');
  return text === '0' || /^(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/.test(text);
}
