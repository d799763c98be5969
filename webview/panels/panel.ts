import { element } from '../element';

/** A part of the page with a heading, that can be folded away. */
export class Panel {
  readonly element: HTMLDetailsElement;
  readonly body = element('div', { class: 'panel-body' });
  readonly #heading = element('h2');

  /** `id` is what the page keeps among its open panels; `toggled` is called when the reader opens or folds it. */
  constructor(
    readonly id: string,
    toggled: () => void,
  ) {
    this.element = element(
      'details',
      { class: 'panel', 'data-panel': id },
      element('summary', {}, this.#heading),
      this.body,
    );
    this.element.addEventListener('toggle', toggled);
  }

  get open(): boolean {
    return this.element.open;
  }

  set open(open: boolean) {
    this.element.open = open;
  }

  set heading(text: string) {
    this.#heading.textContent = text;
  }
}
