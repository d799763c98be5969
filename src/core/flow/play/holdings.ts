import type { Message } from '../../messages/message';
import { playActors, type HeldItem, type PlayStep } from '../play';
import type { DraftStep } from './draftStep';

/** Returns the steps with what every actor holds at each: a pure function of the steps so far. */
export function withHoldings(drafts: readonly DraftStep[]): readonly PlayStep[] {
  let held: readonly HeldItem[] = [];
  return drafts.map(({ sets, signature: _signature, renewal: _renewal, ...step }) => {
    held = sets.reduce(put, settled(held));
    return { ...step, holds: ordered(held) };
  });
}

/** The step before is past: nothing is new any more, and what was gone has left. */
function settled(held: readonly HeldItem[]): readonly HeldItem[] {
  return held.filter(({ change }) => change !== 'gone').map((item) => ({ ...item, change: 'same' }));
}

function put(held: readonly HeldItem[], { actor, name, value }: DraftStep['sets'][number]): readonly HeldItem[] {
  const before = held.find((item) => item.actor === actor && item.name === name);
  const others = held.filter((item) => item !== before);
  if (value === undefined) return before === undefined ? held : [...others, { ...before, change: 'gone' }];
  if (before === undefined) return [...held, { actor, name, value, change: 'new' }];
  if (isSameMessage(before.value, value)) return held;
  return held.map((item) =>
    item === before ? { ...item, value, change: item.change === 'new' ? 'new' : 'changed' } : item,
  );
}

function isSameMessage(a: Message, b: Message): boolean {
  return a.id === b.id && JSON.stringify(a.params) === JSON.stringify(b.params);
}

function ordered(held: readonly HeldItem[]): readonly HeldItem[] {
  return playActors.flatMap((actor) => held.filter((item) => item.actor === actor));
}
