const UNIT_SECONDS: Readonly<Record<string, number>> = {
  h: 3600,
  m: 60,
  s: 1,
  ms: 1e-3,
  us: 1e-6,
  µs: 1e-6,
  μs: 1e-6,
  ns: 1e-9,
};

const NUMBER_WITH_UNIT = /(\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})(h|ms|m|s|us|µs|μs|ns)/y;

/** The longest duration Go can hold: 2^63 - 1 nanoseconds, in seconds. */
const LONGEST = 9223372036;

/** Returns the seconds of a Go duration such as `8760h0m0s`; undefined when Go would refuse it. */
export function parseGoDuration(text: string): number | undefined {
  const unsigned = text.replace(/^[+-]/, '');
  if (unsigned === '0') return 0;
  if (unsigned === '') return undefined;
  let seconds = 0;
  NUMBER_WITH_UNIT.lastIndex = 0;
  while (NUMBER_WITH_UNIT.lastIndex < unsigned.length) {
    const match = NUMBER_WITH_UNIT.exec(unsigned);
    if (match === null) return undefined;
    seconds += Number(match[1]) * (UNIT_SECONDS[match[2] ?? ''] ?? 0);
  }
  if (seconds > LONGEST) return undefined;
  return text.startsWith('-') ? -seconds : seconds;
}

/** Returns a duration as Go prints it, to the millisecond: `6m29.262s`, `2h0m0s`, `200ms`. */
export function formatGoDuration(seconds: number): string {
  const whole = Math.round(seconds * 1000) / 1000;
  if (whole < 0) return `-${formatGoDuration(-whole)}`;
  if (whole > 0 && whole < 1) return `${String(Math.round(whole * 1000))}ms`;
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole - hours * 3600) / 60);
  const rest = `${String(Math.round((whole - hours * 3600 - minutes * 60) * 1000) / 1000)}s`;
  if (hours > 0) return `${String(hours)}h${String(minutes)}m${rest}`;
  return minutes > 0 ? `${String(minutes)}m${rest}` : rest;
}
