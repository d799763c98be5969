import type { WhatIfChoice, Worlds } from '../../src/core/protocol/messages';
import { checkbox, type CheckboxControl } from '../controls';
import { element } from '../element';
import type { Texts } from '../texts';
import type { Part, View } from '../view';

/** The settings that can be turned over, each under its real name. */
export class WhatIfList implements Part {
  readonly element = element('div', { class: 'what-ifs', role: 'group' });
  readonly #heading = element('h3');
  readonly #list = element('ul');
  readonly #choose: (whatIfs: readonly string[]) => void;
  #boxes: readonly CheckboxControl[] = [];
  #offered = '';
  #chosen: readonly string[] = [];

  /** `choose` is called with the ids of all settings that are to be turned over. */
  constructor(choose: (whatIfs: readonly string[]) => void) {
    this.#choose = choose;
    this.element.append(this.#heading, this.#list);
  }

  show({ worlds, texts }: View): void {
    this.#chosen = chosenIn(worlds);
    this.element.hidden = worlds.whatIfs.length === 0;
    this.#heading.textContent = texts.own('player.worlds.whatIfs');
    this.element.setAttribute('aria-label', this.#heading.textContent);
    this.#offer(worlds.whatIfs.map(({ id }) => id));
    worlds.whatIfs.forEach((choice, index) =>
      this.#boxes[index]?.show(labelOf(choice, worlds.releases, texts), choice.chosen),
    );
  }

  /** Keeps the boxes, and with them the focus, while the same settings are offered. */
  #offer(ids: readonly string[]): void {
    if (ids.join(' ') === this.#offered) return;
    this.#offered = ids.join(' ');
    this.#boxes = ids.map((id) =>
      checkbox((checked) => {
        const others = this.#chosen.filter((one) => one !== id);
        this.#chosen = checked ? [...others, id] : others;
        this.#choose(this.#chosen);
      }),
    );
    this.#list.replaceChildren(...this.#boxes.map((box) => element('li', {}, box.element)));
  }
}

/** Returns the ids of the settings that are turned over. */
export function chosenIn(worlds: Worlds | undefined): readonly string[] {
  return (worlds?.whatIfs ?? []).filter(({ chosen }) => chosen).map(({ id }) => id);
}

/** Returns in words what is turned over. */
export function chosenTexts(worlds: Worlds | undefined, texts: Texts): readonly string[] {
  return (worlds?.whatIfs ?? []).filter(({ chosen }) => chosen).map(({ text }) => texts.of(text));
}

/** The range of releases is said only of what does not count in all of them. */
function labelOf({ text, since, until }: WhatIfChoice, releases: readonly string[], texts: Texts): string {
  if (since === releases[0] && until === releases.at(-1)) return texts.of(text);
  return `${texts.of(text)} (${texts.own('player.worlds.range', { since, until })})`;
}
