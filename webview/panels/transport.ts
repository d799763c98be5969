import { button, dropdown, type ButtonControl } from '../controls';
import { element } from '../element';
import { icon, type IconName } from '../icons';
import type { PlaybackAction } from '../player/playback';
import type { Part, View } from '../view';
import { Scrubber } from './scrubber';

const SPEEDS = [0.5, 1, 2, 4];

type Pressed = 'first' | 'back' | 'replay' | 'play' | 'step';

/** The bar of controls: steps, playing with its speed, and the scrubber. */
export class TransportBar implements Part {
  readonly element = element('div', { class: 'transport', role: 'group' });
  readonly #buttons: Readonly<Record<Pressed, ButtonControl>>;
  readonly #speed;
  readonly #scrubber: Scrubber;

  constructor(act: (action: PlaybackAction) => void) {
    const make = (type: Pressed, prominent = false): ButtonControl => {
      const made = button(
        icon(type),
        () => {
          act({ type });
        },
        prominent,
      );
      made.element.dataset.action = type;
      return made;
    };
    this.#buttons = {
      first: make('first'),
      back: make('back'),
      step: make('step', true),
      replay: make('replay'),
      play: make('play'),
    };
    this.#speed = dropdown((speed) => {
      act({ type: 'speed', speed: Number(speed) });
    });
    this.#speed.element.classList.add('speed');
    this.#scrubber = new Scrubber((step) => {
      act({ type: 'go', step });
    });
    const buttons = Object.values(this.#buttons).map((control) => control.element);
    this.element.append(element('div', { class: 'buttons' }, ...buttons, this.#speed.element), this.#scrubber.element);
  }

  show(view: View): void {
    const { play, playback, texts } = view;
    this.element.setAttribute('aria-label', texts.own('player.transport'));
    const last = playback.step >= play.steps.length - 1;
    const { first, back, step, replay } = this.#buttons;
    for (const type of ['first', 'back', 'step', 'replay'] as const)
      this.#buttons[type].label(texts.own(`player.${type}`));
    first.enable(playback.step > 0);
    back.enable(playback.step > 0);
    step.enable(!last);
    replay.enable(play.steps.length > 0);
    this.#showPlay(view);
    const speeds = [...new Set([...SPEEDS, playback.speed])].sort((a, b) => a - b);
    const choices = speeds.map((speed) => ({
      id: String(speed),
      title: texts.own('player.speed.times', { speed: String(speed) }),
    }));
    this.#speed.show(texts.own('player.speed'), choices, String(playback.speed));
    this.#scrubber.show(view);
  }

  #showPlay({ play, playback, texts }: View): void {
    const shows: IconName & ('play' | 'pause') = playback.playing ? 'pause' : 'play';
    this.#buttons.play.icon(icon(shows));
    this.#buttons.play.label(texts.own(`player.${shows}`));
    this.#buttons.play.enable(play.steps.length > 0);
  }
}
