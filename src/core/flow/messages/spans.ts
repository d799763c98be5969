import type { Catalogue } from '../../messages/message';

/** Lengths of time; there are always at least two days, hours or minutes. */
export const spanMessages: Catalogue = {
  'flow.span.days': '{count} days',
  'flow.span.hours': '{count} h',
  'flow.span.minutes': '{count} min',
  'flow.span.seconds': '{count} s',
};
