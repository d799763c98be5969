import { goBoolean } from '../cluster/goBoolean';
import type { FlagType } from '../kubernetes/data';

const checks: Readonly<Partial<Record<FlagType, (value: string) => boolean>>> = {
  bool: (value) => goBoolean(value) !== undefined,
  duration: (value) => isGoDuration(value),
  float: (value) => /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(value),
  int: (value) => /^[+-]?(?:0[xX][\da-fA-F]+|\d+)$/.test(value),
  uint: (value) => /^(?:0[xX][\da-fA-F]+|\d+)$/.test(value),
};

/** Returns whether a flag of this type refuses the value; false for types whose values are not checked here. */
export function isRefused(type: FlagType, value: string): boolean {
  const accepts = checks[type];
  return accepts !== undefined && !accepts(value);
}

/** A sequence of numbers with units, as Go's time.ParseDuration reads it: `1h30m`, `0`, but not `365d`. */
function isGoDuration(value: string): boolean {
  const text = value.replace(/^[+-]/, '');
  return text === '0' || /^(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/.test(text);
}
