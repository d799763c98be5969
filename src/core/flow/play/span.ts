const UNITS = [
  { seconds: 86_400, symbol: 'd' },
  { seconds: 3600, symbol: 'h' },
  { seconds: 60, symbol: 'min' },
] as const;

/** Returns a length of time in the largest unit of which it has two: `365 d`, `15 min`, `40 s`. Symbols are the same in every language. */
export function span(seconds: number): string {
  const unit = UNITS.find((candidate) => seconds >= 2 * candidate.seconds);
  return unit === undefined
    ? `${String(Math.round(seconds))} s`
    : `${String(Math.round(seconds / unit.seconds))} ${unit.symbol}`;
}
