import type { Release } from '../kubernetes/release';
import type { Message } from '../messages/message';
import { text } from './message';
import type { ExplainTextId } from './texts';

/** The days of a thing, as the look-ups of flags, fields and roles tell them. */
export interface Days {
  readonly since?: Release | undefined;
  readonly deprecatedIn?: Release | undefined;
  readonly removedIn?: Release | undefined;
}

/** Returns when a thing came, was deprecated and went; `oldest` is the oldest release of which anything is known. */
export function lifeOf({ since, deprecatedIn, removedIn }: Days, oldest: Release): readonly Message[] {
  return [
    since === undefined ? text('explain.life.always', { oldest }) : text('explain.life.since', { since }),
    ...(deprecatedIn === undefined ? [] : [text('explain.life.deprecated', { deprecatedIn })]),
    ...(removedIn === undefined ? [] : [text('explain.life.removed', { removedIn })]),
  ];
}

/** Returns what a release makes of a flag or field. */
export function stateOf(
  state: 'accepted' | 'deprecated' | 'removed' | 'not-yet',
  release: Release,
  byDefault: string | undefined,
): Message {
  const withDefault = byDefault !== undefined && (state === 'accepted' || state === 'deprecated');
  const id: ExplainTextId = withDefault ? `explain.state.${state}Default` : `explain.state.${state}`;
  return text(id, { release, default: byDefault === '' ? '""' : (byDefault ?? '') });
}
