import type { HeldThing } from '../../../src/core/flow/held/heldThing';
import { summaryOf, titleOf } from '../../../src/core/flow/held/heldTitle';
import type { HeldItem } from '../../../src/core/flow/play';
import { element } from '../../element';
import { icon, type IconName } from '../../icons';
import type { Requests } from '../../requests';
import type { Texts } from '../../texts';
import type { View } from '../../view';
import { fieldList } from './fieldList';
import { HeldTools } from './heldTools';

/** One thing that an actor holds: a line, which opens into its fields. */
export class HeldEntry {
  readonly element = element('li');
  readonly #details = element('details');
  readonly #line = element('summary');
  readonly #fields = element('div', { class: 'held-fields' });
  readonly #tools: HeldTools;
  readonly #asks: Pick<Requests, 'openHeld' | 'revealHeld'>;
  #item: HeldItem | undefined;
  #isOpen = false;
  #written = '';

  constructor(asks: Pick<Requests, 'openHeld' | 'revealHeld' | 'copyPem'>) {
    this.#asks = asks;
    this.#tools = new HeldTools(asks.copyPem);
    this.#details.append(this.#line, this.#fields, this.#tools.element);
    this.element.append(this.#details);
    this.#details.addEventListener('toggle', () => {
      if (this.#item && this.#details.open !== this.#isOpen) asks.openHeld(keyOf(this.#item), this.#details.open);
    });
  }

  show(item: HeldItem, view: View): void {
    const thing = view.play.things[item.thing];
    this.element.hidden = thing === undefined;
    if (!thing) return;
    this.#item = item;
    this.#open(view.openHeld.includes(keyOf(item)));
    this.#details.className = `held ${item.change}`;
    this.#line.replaceChildren(...lineOf(item, thing, view.texts));
    if (this.#isOpen) this.#write(item, thing, view);
  }

  /** Leaves alone what the reader has just opened, as long as the page has not heard of it. */
  #open(isOpen: boolean): void {
    if (isOpen !== this.#isOpen) this.#details.open = isOpen;
    this.#isOpen = isOpen;
  }

  /** Renews the fields only when they are others, so that the focus stays where it is. */
  #write(item: HeldItem, thing: HeldThing, view: View): void {
    const fields = fieldList(thing, view, (field, value) => {
      this.#asks.revealHeld(item.thing, field, value);
    });
    if (fields.innerHTML !== this.#written) this.#fields.replaceChildren(fields);
    this.#written = fields.innerHTML;
    this.#tools.show(item.thing, thing, view);
  }
}

/** Returns under which name the page keeps whether an entry is open. */
function keyOf({ actor, machine, name }: HeldItem): string {
  return machine === undefined ? `${actor} ${name}` : `${actor} ${String(machine)} ${name}`;
}

const icons: Readonly<Record<HeldThing['kind'], IconName>> = {
  file: 'file',
  symlink: 'link',
  token: 'token',
  request: 'request',
  certificate: 'certificate',
  decision: 'decision',
  node: 'node',
};

function lineOf({ change }: HeldItem, thing: HeldThing, texts: Texts): Node[] {
  const title = element('span', { class: 'held-name' }, texts.of(titleOf(thing)));
  const head = element('span', { class: 'held-head' }, icon(icons[thing.kind]), title);
  if (change !== 'same') {
    const words = texts.own(`player.holds.${change}`);
    head.append(' ', element('span', { class: `change ${change}` }, icon(change), words));
  }
  const value = element(change === 'gone' ? 'del' : 'span', { class: 'held-value' }, texts.of(summaryOf(thing)));
  return [head, document.createTextNode(' '), value];
}
