import { element } from '../element';
import type { Part, View } from '../view';

/** What the play took for granted because no file in view says it. */
export class Assumptions implements Part {
  readonly element = element('div', { class: 'assumptions' });

  show({ play, texts }: View): void {
    const items = play.assumptions.map((assumption) => element('li', {}, texts.of(assumption)));
    this.element.replaceChildren(
      items.length > 0
        ? element('ul', {}, ...items)
        : element('p', { class: 'nothing' }, texts.own('player.assumptions.none')),
    );
  }
}
