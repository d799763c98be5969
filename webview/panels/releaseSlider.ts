import { element } from '../element';
import type { Part, View } from '../view';

/** The slider of releases: the play follows when it is let go, its name while it moves. */
export class ReleaseSlider implements Part {
  readonly element = element('div', { class: 'release-slider' });
  readonly #heading = element('h3', { 'aria-hidden': 'true' });
  readonly #range = element('input', { type: 'range', min: '0', step: '1' });
  readonly #name = element('output');
  #view: View | undefined;
  /** What the reader has asked for and not seen yet: plays of releases passed on the way there do not pull the slider back. */
  #awaited: string | undefined;

  /** `choose` is called with the release that the reader wants, undefined for that of the files. */
  constructor(choose: (release: string | undefined) => void) {
    this.#range.addEventListener('input', () => {
      this.#write();
    });
    this.#range.addEventListener('change', () => {
      this.#awaited = this.#release;
      choose(this.chosen);
    });
    this.element.append(this.#heading, this.#range, this.#name);
  }

  /** The release it stands at; undefined at that of the files. */
  get chosen(): string | undefined {
    const release = this.#release;
    return release === this.#view?.worlds.ownRelease ? undefined : release;
  }

  show(view: View): void {
    const { play, worlds, texts } = view;
    const isOther = play !== this.#view?.play;
    const isElsewhere = play.scenario !== this.#view?.play.scenario || !worlds.original;
    this.#view = view;
    if (isElsewhere || play.release === this.#awaited) this.#awaited = undefined;
    this.#range.max = String(worlds.releases.length - 1);
    this.#heading.textContent = texts.own('player.worlds.release');
    this.#range.setAttribute('aria-label', this.#heading.textContent);
    if (isOther && this.#awaited === undefined) this.#range.value = String(worlds.releases.indexOf(play.release));
    this.#write();
  }

  get #release(): string | undefined {
    return this.#view?.worlds.releases[this.#range.valueAsNumber];
  }

  #write(): void {
    if (!this.#view) return;
    const { worlds, texts } = this.#view;
    const release = this.#release ?? '';
    const id = release === worlds.ownRelease ? 'player.worlds.own' : 'player.release';
    this.#name.textContent = texts.own(id, { release });
    this.#range.setAttribute('aria-valuetext', this.#name.textContent);
  }
}
