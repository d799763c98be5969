/** What Go says of a value it refuses, word for word as recorded with Kubernetes 1.20.2 (recordings 14-flags). */

/** Returns the error of strconv.ParseBool. */
export function booleanError(text: string): string {
  return `strconv.ParseBool: parsing ${JSON.stringify(text)}: invalid syntax`;
}

/** Returns the error of time.ParseDuration. */
export function durationError(text: string): string {
  const unit = /^[-+]?[\d.]+([^\d.]+)/.exec(text)?.[1];
  const quoted = JSON.stringify(text);
  if (/^[-+]?[\d.]+$/.test(text)) return `time: missing unit in duration ${quoted}`;
  if (unit !== undefined) return `time: unknown unit ${JSON.stringify(unit)} in duration ${quoted}`;
  return `time: invalid duration ${quoted}`;
}

/** Returns the error of pflag for a word of single letters, without the value behind `=`; undefined when it may know the letter. */
export function shorthandError(word: string): string | undefined {
  const letters = /^-([A-Za-z][\w-]*)/.exec(word)?.[1];
  const letter = letters?.charAt(0);
  if (letters === undefined || letter === 'v' || letter === 'h') return undefined;
  return `unknown shorthand flag: '${letter ?? ''}' in -${letters}`;
}
