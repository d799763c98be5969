import { element } from '../element';
import type { Requests } from '../requests';
import type { Part, View } from '../view';
import { chosenTexts } from './whatIfList';

/** Says at the head of the page that another world is played, and leads back out of it. */
export class ForkLine implements Part {
  readonly element = element('p', { class: 'fork' });
  readonly #what = element('span');
  readonly #back = element('button', { type: 'button', class: 'link' });

  constructor({ chooseWorld }: Pick<Requests, 'chooseWorld'>) {
    this.#back.addEventListener('click', () => {
      chooseWorld(undefined, []);
    });
    this.element.append(this.#what, ' ', this.#back);
  }

  show({ play, worlds, texts }: View): void {
    const { original } = worlds;
    this.element.hidden = original === undefined;
    if (!original) return;
    const isOtherRelease = original.release !== play.release;
    const release = isOtherRelease ? [texts.own('player.release', { release: play.release })] : [];
    const what = [...release, ...chosenTexts(worlds, texts)].join('; ');
    this.#what.textContent = texts.own('player.worlds.played', { what });
    this.#back.textContent = texts.own('player.worlds.leave');
  }
}
