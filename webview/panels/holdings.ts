import { playActors, type HeldItem, type PlayActor } from '../../src/core/flow/play';
import { actorName } from '../actorNames';
import { checkbox } from '../controls';
import { classOf } from '../diagram/picture';
import { element } from '../element';
import { icon } from '../icons';
import type { Texts } from '../texts';
import type { Part, View } from '../view';

/** The inspector: what each actor holds at the current step, with what is new, changed or gone. */
export class Holdings implements Part {
  readonly element = element('div', { class: 'holdings' });
  readonly #actors = element('div', { class: 'holders' });
  readonly #onlyChanges;

  constructor(changeOnlyChanges: (onlyChanges: boolean) => void) {
    this.#onlyChanges = checkbox(changeOnlyChanges);
    this.element.append(this.#onlyChanges.element, this.#actors);
  }

  show({ step, texts, onlyChanges }: View): void {
    this.#onlyChanges.show(texts.own('player.holds.onlyChanges'), onlyChanges);
    const holds = step?.holds ?? [];
    const shown = onlyChanges ? holds.filter(({ change }) => change !== 'same') : holds;
    const holders = playActors.flatMap((actor) => holder(actor, shown, texts));
    const nothing = texts.own(holds.length > 0 ? 'player.holds.unchanged' : 'player.holds.nothing');
    this.#actors.replaceChildren(...(holders.length > 0 ? holders : [element('p', { class: 'nothing' }, nothing)]));
  }
}

function holder(actor: PlayActor, holds: readonly HeldItem[], texts: Texts): HTMLElement[] {
  const own = holds.filter((item) => item.actor === actor);
  if (own.length === 0) return [];
  const items = own.map((item) => heldItem(item, texts));
  return [
    element(
      'div',
      { class: `holder ${classOf(actor)}` },
      element('h3', {}, actorName(actor)),
      element('ul', {}, ...items),
    ),
  ];
}

function heldItem({ name, value, change }: HeldItem, texts: Texts): HTMLElement {
  const item = element('li', { class: `held ${change}` });
  item.append(element('span', { class: 'held-name' }, name));
  if (change !== 'same') {
    item.append(' ', element('span', { class: `change ${change}` }, icon(change), texts.own(`player.holds.${change}`)));
  }
  item.append(' ', element(change === 'gone' ? 'del' : 'span', { class: 'held-value' }, texts.of(value)));
  return item;
}
