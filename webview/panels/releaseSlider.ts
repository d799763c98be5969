import { element } from '../element';
import type { Part, View } from '../view';

/** The slider of releases: the play follows when it is let go, its name while it moves. */
export class ReleaseSlider implements Part {
  readonly element = element('div', { class: 'release-slider' });
  readonly #range = element('input', { type: 'range', min: '0', step: '1' });
  readonly #name = element('output');
  #view: View | undefined;

  /** `choose` is called with the release that the reader wants, undefined for that of the files. */
  constructor(choose: (release: string | undefined) => void) {
    this.#range.addEventListener('input', () => {
      this.#write();
    });
    this.#range.addEventListener('change', () => {
      choose(this.chosen);
    });
    this.element.append(this.#range, this.#name);
  }

  /** The release it stands at; undefined at that of the files. */
  get chosen(): string | undefined {
    const { worlds } = this.#view ?? {};
    const release = worlds?.releases[this.#range.valueAsNumber];
    return release === worlds?.ownRelease ? undefined : release;
  }

  show(view: View): void {
    const { play, worlds, texts } = view;
    const isOther = play !== this.#view?.play;
    this.#view = view;
    this.#range.max = String(worlds.releases.length - 1);
    this.#range.setAttribute('aria-label', texts.own('player.worlds.release'));
    if (isOther) this.#range.value = String(worlds.releases.indexOf(play.release));
    this.#write();
  }

  #write(): void {
    if (!this.#view) return;
    const { worlds, texts } = this.#view;
    const release = worlds.releases[this.#range.valueAsNumber] ?? '';
    const id = release === worlds.ownRelease ? 'player.worlds.own' : 'player.release';
    this.#name.textContent = texts.own(id, { release });
    this.#range.setAttribute('aria-valuetext', this.#name.textContent);
  }
}
