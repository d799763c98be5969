import { actorTitle } from '../../src/core/flow/lanes';
import { element } from '../element';
import type { View } from '../view';
import { classOf } from './picture';
import { setTense, tenseOf } from './tense';

/** The messages as a list: what the stage shows when there is no picture. */
export class MessageList {
  readonly element = element('div', { class: 'message-list' });
  readonly #go: (step: number) => void;

  constructor(go: (step: number) => void) {
    this.#go = go;
  }

  /** Shows the messages and returns the current one; undefined when there are none. */
  show({ play, playback, texts }: View): Element | undefined {
    const items = play.steps.map((step, index) => {
      const [from = '', to = ''] = [step.from, step.to].map((actor) =>
        texts.name(actorTitle(actor, step.machine, play.machines)),
      );
      const press = element('button', { type: 'button' }, `${from} → ${to}: ${texts.of(step.label)}`);
      press.addEventListener('click', () => {
        this.#go(index);
      });
      const item = element('li', { class: classOf(step.from) }, press);
      if (step.result !== 'ok') item.append(' ', element('em', {}, texts.own(`player.stage.${step.result}`)));
      setTense(item, tenseOf(index, playback.step));
      return item;
    });
    const heading = play.steps.length > 0 ? texts.own('player.stage.list') : texts.own('player.empty');
    this.element.replaceChildren(element('p', {}, heading), element('ol', {}, ...items));
    return items[playback.step];
  }
}
