import type { Phrase } from '../../messages/message';

const UNITS = [
  { seconds: 86_400, text: 'flow.span.days' },
  { seconds: 3600, text: 'flow.span.hours' },
  { seconds: 60, text: 'flow.span.minutes' },
] as const;

/** Returns a length of time in the largest unit of which it has two: `365 days`, `15 min`, `40 s`; below ten seconds with tenths. */
export function span(seconds: number): Phrase {
  const unit = UNITS.find((candidate) => seconds >= 2 * candidate.seconds);
  if (unit !== undefined) return { id: unit.text, params: { count: String(Math.round(seconds / unit.seconds)) } };
  const count = seconds < 10 ? Math.round(seconds * 10) / 10 : Math.round(seconds);
  return { id: 'flow.span.seconds', params: { count: String(count) } };
}
