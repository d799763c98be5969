import { element } from '../element';
import type { Texts } from '../texts';

/** A line for what the host could not do; what is shown stays as it is. */
export class ProblemLine {
  readonly element = element('div', { class: 'problem', role: 'alert' });

  constructor() {
    this.element.hidden = true;
  }

  show(text: string, texts: Texts): void {
    const dismiss = element('button', { type: 'button', class: 'plain' }, texts.own('player.dismiss'));
    dismiss.addEventListener('click', () => {
      this.clear();
    });
    this.element.replaceChildren(
      element('p', {}, `${texts.own('player.problem')} `, element('span', {}, text)),
      dismiss,
    );
    this.element.hidden = false;
  }

  clear(): void {
    this.element.hidden = true;
    this.element.replaceChildren();
  }
}
