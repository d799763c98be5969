import { element } from '../element';
import type { Part, View } from '../view';

/** The scrub bar: one named stop per step. */
export class Scrubber implements Part {
  readonly element = element('div', { class: 'scrubber' });
  readonly #range = element('input', { type: 'range', min: '0', step: '1' });
  readonly #stops = element('div', { class: 'stops', 'aria-hidden': 'true' });
  readonly #stop = element('div', { class: 'stop', 'aria-hidden': 'true' });

  constructor(go: (step: number) => void) {
    this.#range.addEventListener('input', () => {
      go(this.#range.valueAsNumber);
    });
    this.element.append(this.#range, this.#stops, this.#stop);
  }

  show({ play, playback, step, texts }: View): void {
    const last = Math.max(0, play.steps.length - 1);
    this.element.hidden = play.steps.length === 0;
    this.#range.max = String(last);
    this.#range.value = String(playback.step);
    this.#range.setAttribute('aria-label', texts.own('player.scrub'));
    if (!step) return;
    const counts = { step: String(playback.step + 1), steps: String(play.steps.length), label: texts.of(step.label) };
    const name = texts.own(step.result === 'fails' ? 'player.scrub.fails' : 'player.scrub.stop', counts);
    this.#range.setAttribute('aria-valuetext', name);
    this.#stop.textContent = name;
    const stops = play.steps.map(({ result }, index) => {
      const tick = element('span', { class: `tick ${result}` });
      tick.style.left = `${String((index / Math.max(1, last)) * 100)}%`;
      return tick;
    });
    this.#stops.replaceChildren(...stops);
  }
}
