import { checksOf, type Check } from '../../../src/core/flow/held/checks';
import type { HeldThing } from '../../../src/core/flow/held/heldThing';
import { pemParts, type PemPart } from '../../../src/core/protocol/messages';
import { element } from '../../element';
import type { Texts } from '../../texts';
import type { View } from '../../view';

/** What can be done with something held: copy it, and check it with a program of one's own. */
export class HeldTools {
  readonly element = element('div', { class: 'held-tools' });
  readonly #buttons = element('div', { class: 'held-buttons' });
  readonly #copied = element('p', { class: 'copied', role: 'status' });
  readonly #heading = element('summary');
  readonly #checks = element('div', { class: 'checks' });
  readonly #check = element('details', { class: 'check' }, this.#heading, this.#checks);
  readonly #copy: Readonly<Record<PemPart, HTMLButtonElement>>;
  #thing = 0;

  /** `copy` is called with the index of the thing, and which PEM of it is wanted. */
  constructor(copy: (thing: number, part: PemPart) => void) {
    const button = (part: PemPart): HTMLButtonElement => {
      const made = element('button', { type: 'button', class: 'plain' });
      made.addEventListener('click', () => {
        copy(this.#thing, part);
      });
      return made;
    };
    this.#copy = { own: button('own'), authority: button('authority') };
    this.#buttons.append(this.#copy.own, this.#copy.authority);
    this.element.append(this.#buttons, this.#copied, this.#check);
  }

  show(index: number, thing: HeldThing, { play, texts, copied }: View): void {
    this.#thing = index;
    const hasPem = thing.kind === 'certificate' || thing.kind === 'request';
    this.#buttons.hidden = !hasPem;
    this.#copy.authority.hidden = thing.kind !== 'certificate';
    for (const part of pemParts) this.#copy[part].textContent = texts.own(`player.held.copy.${part}`);
    const isCopied = copied?.thing === index;
    this.#copied.hidden = !hasPem;
    const words = isCopied ? texts.own(`player.held.copied.${copied.part}`) : '';
    if (this.#copied.textContent !== words) this.#copied.textContent = words;
    const checks = checksOf(thing, play.startsAt);
    this.#check.hidden = checks.length === 0;
    this.element.hidden = !hasPem && checks.length === 0;
    this.#heading.textContent = texts.own('player.held.check');
    this.#checks.replaceChildren(...checks.flatMap((check) => checkParts(check, texts)));
  }
}

/** The command can be selected as a whole; a screen reader reads what to look for after it. */
function checkParts({ command, look }: Check, texts: Texts): HTMLElement[] {
  return [element('pre', {}, element('code', {}, command)), element('p', {}, texts.of(look))];
}
