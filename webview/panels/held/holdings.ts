import { actorTitle, ownersOf } from '../../../src/core/flow/lanes';
import type { HeldItem, PlayActor } from '../../../src/core/flow/play';
import { actorName } from '../../actorNames';
import { checkbox } from '../../controls';
import { classOf } from '../../diagram/picture';
import { element } from '../../element';
import type { Requests } from '../../requests';
import type { Part, View } from '../../view';
import { HeldEntry } from './heldEntry';

type Asks = Pick<Requests, 'showOnlyChanges' | 'openHeld' | 'revealHeld' | 'copyPem'>;

/** The inspector: what each actor holds at the current step, with what is new, changed or gone. */
export class Holdings implements Part {
  readonly element = element('div', { class: 'holdings' });
  readonly #actors = element('div', { class: 'holders' });
  readonly #nothing = element('p', { class: 'nothing' });
  readonly #onlyChanges;
  readonly #asks: Asks;
  readonly #holders = new Map<string, Holder>();

  constructor(asks: Asks) {
    this.#asks = asks;
    this.#onlyChanges = checkbox(asks.showOnlyChanges);
    this.element.append(this.#onlyChanges.element, this.#actors, this.#nothing);
  }

  show(view: View): void {
    const { step, texts, onlyChanges } = view;
    this.#onlyChanges.show(texts.own('player.holds.onlyChanges'), onlyChanges);
    const holds = step?.holds ?? [];
    const shown = onlyChanges ? holds.filter(({ change }) => change !== 'same') : holds;
    const { machines } = view.play;
    const holders = ownersOf(machines).map(({ actor, machine }) => {
      const holder = this.#holderOf(actor, texts.name(actorTitle(actor, machine, machines)));
      holder.show(
        shown.filter((item) => item.actor === actor && item.machine === machine),
        view,
      );
      return holder.element;
    });
    this.#hang(holders);
    this.#nothing.hidden = shown.length > 0;
    this.#nothing.textContent = texts.own(holds.length > 0 ? 'player.holds.unchanged' : 'player.holds.nothing');
  }

  /** What is in place already stays, and with it the focus. */
  #hang(holders: readonly HTMLElement[]): void {
    const isSame =
      holders.length === this.#actors.children.length && holders.every((one, at) => one === this.#actors.children[at]);
    if (!isSame) this.#actors.replaceChildren(...holders);
  }

  #holderOf(actor: PlayActor, title: string): Holder {
    const known = this.#holders.get(title);
    if (known) return known;
    const made = new Holder(actor, title, this.#asks);
    this.#holders.set(title, made);
    return made;
  }
}

/** One actor with what it holds. Entries stay from step to step, and with them the focus. */
class Holder {
  readonly element: HTMLElement;
  readonly #list = element('ul');
  readonly #asks: Asks;
  #entries: ReadonlyMap<string, HeldEntry> = new Map();

  constructor(actor: PlayActor, title: string, asks: Asks) {
    this.#asks = asks;
    this.element = element(
      'div',
      { class: `holder ${classOf(actor)}` },
      element('h3', {}, actorName(actor, title)),
      this.#list,
    );
  }

  show(items: readonly HeldItem[], view: View): void {
    this.element.hidden = items.length === 0;
    const entries = items.map(({ name }, index): [string, HeldEntry] => {
      const key = `${name} ${String(items.slice(0, index).filter((other) => other.name === name).length)}`;
      return [key, this.#entries.get(key) ?? new HeldEntry(this.#asks)];
    });
    this.#entries = new Map(entries);
    const elements = entries.map(([, entry]) => entry.element);
    const isSame =
      elements.length === this.#list.children.length && elements.every((one, at) => one === this.#list.children[at]);
    if (!isSame) this.#list.replaceChildren(...elements);
    for (const [index, item] of items.entries()) entries[index]?.[1].show(item, view);
  }
}
