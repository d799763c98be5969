const UNITS: Readonly<Record<string, number>> = { y: 365 * 86_400, d: 86_400, h: 3600, m: 60, s: 1, ms: 1e-3 };

const NUMBER_WITH_UNIT = /(\d{1,9}(?:\.\d{1,9})?)(y|d|h|ms|m|s)/y;

/** The longest time that a play looks ahead or back, in seconds. */
export const LONGEST = 100 * 365 * 86_400;

/**
 * Returns the seconds of a duration such as `400d`, `1y`, `1h30m` or `-10m`: Go's own form with days and years of 365 days
 * besides. `too-long` beyond a hundred years; undefined when it is no duration.
 */
export function parseDuration(text: string): number | 'too-long' | undefined {
  const unsigned = text.replace(/^[+-]/, '');
  if (unsigned === '0') return 0;
  if (unsigned === '') return undefined;
  let seconds = 0;
  NUMBER_WITH_UNIT.lastIndex = 0;
  while (NUMBER_WITH_UNIT.lastIndex < unsigned.length) {
    const match = NUMBER_WITH_UNIT.exec(unsigned);
    if (match === null) return undefined;
    seconds += Number(match[1]) * (UNITS[match[2] ?? ''] ?? 0);
  }
  if (seconds > LONGEST) return 'too-long';
  return text.startsWith('-') ? -seconds : seconds;
}
