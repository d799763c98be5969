import { element } from '../element';
import type { Texts } from '../texts';

/** The dialog that lists the keys. The browser keeps the focus inside, and Escape closes it. */
export class KeySheet {
  readonly element = element('dialog', { class: 'key-sheet', 'aria-labelledby': 'key-sheet-title' });

  open(texts: Texts): void {
    if (this.element.open) return;
    this.#write(texts);
    this.element.showModal();
  }

  #write(texts: Texts): void {
    const modifiers = navigator.platform.startsWith('Mac') ? 'Cmd+Alt+' : 'Ctrl+Alt+';
    const list = listOf([
      [texts.own('player.keys.space'), texts.own('player.keys.toggle')],
      ['→', texts.own('player.keys.step')],
      ['←', texts.own('player.keys.back')],
      ['Home', texts.own('player.keys.first')],
      ['End', texts.own('player.keys.last')],
      ['R', texts.own('player.keys.replay')],
      ['1 – 9', texts.own('player.keys.scenario')],
      ['?', texts.own('player.keys.sheet')],
    ]);
    const elsewhere = element('h3', {}, texts.own('player.keys.elsewhere'));
    const commands = listOf([
      [`${modifiers}.`, texts.own('player.keys.step')],
      [`${modifiers},`, texts.own('player.keys.back')],
      [`${modifiers}/`, texts.own('player.keys.toggle')],
      [`${modifiers}R`, texts.own('player.keys.replay')],
    ]);
    const close = element('button', { type: 'button', class: 'plain', autofocus: '' }, texts.own('player.keys.close'));
    close.addEventListener('click', () => {
      this.element.close();
    });
    const title = element('h2', { id: 'key-sheet-title' }, texts.own('player.keys.title'));
    this.element.replaceChildren(title, list, elsewhere, commands, close);
  }
}

function listOf(rows: readonly (readonly [key: string, meaning: string])[]): HTMLElement {
  const items = rows.flatMap(([key, meaning]) => [
    element('dt', {}, element('kbd', {}, key)),
    element('dd', {}, meaning),
  ]);
  return element('dl', {}, ...items);
}
