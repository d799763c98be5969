import type { HeldThing } from '../held/heldThing';
import { playActors, type HeldItem, type PlayStep } from '../play';
import type { DraftStep, Holding } from './draftStep';

/** Something held, still as the thing itself. */
type Held = Omit<HeldItem, 'thing'> & { readonly thing: HeldThing };

/**
 * Returns the steps with what every actor holds at each: a pure function of the steps so far. Steps name things by index,
 * since most of what is held stays as it is from step to step.
 */
export function withHoldings(drafts: readonly DraftStep[]): {
  readonly steps: readonly PlayStep[];
  readonly things: readonly HeldThing[];
} {
  const things = new Things();
  let held: readonly Held[] = [];
  const steps = drafts.map(({ sets, signature: _signature, renewal: _renewal, ...step }) => {
    held = sets.reduce(put, settled(held));
    return { holds: ordered(held).map((item) => ({ ...item, thing: things.indexOf(item.thing) })), ...step };
  });
  return { steps, things: things.all };
}

/** Each thing once, however many steps hold it. */
class Things {
  readonly all: HeldThing[] = [];
  readonly #indexes = new Map<string, number>();

  indexOf(thing: HeldThing): number {
    const key = JSON.stringify(thing);
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    this.#indexes.set(key, this.all.length);
    return this.all.push(thing) - 1;
  }
}

/** The step before is past: nothing is new any more, and what was gone has left. */
function settled(held: readonly Held[]): readonly Held[] {
  return held.filter(({ change }) => change !== 'gone').map((item) => ({ ...item, change: 'same' }));
}

function put(held: readonly Held[], { thing, found, ...holder }: Holding): readonly Held[] {
  const { actor, machine, name } = holder;
  const before = held.find((item) => item.actor === actor && item.machine === machine && item.name === name);
  const others = held.filter((item) => item !== before);
  if (thing === undefined) return before === undefined ? held : [...others, { ...before, change: 'gone' }];
  if (before === undefined) return [...held, { ...holder, thing, change: found ? 'same' : 'new' }];
  if (JSON.stringify(before.thing) === JSON.stringify(thing)) return held;
  return held.map((item) =>
    item === before ? { ...item, thing, change: item.change === 'new' ? 'new' : 'changed' } : item,
  );
}

function ordered(held: readonly Held[]): readonly Held[] {
  return playActors.flatMap((actor) => held.filter((item) => item.actor === actor));
}
