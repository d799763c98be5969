import type { PlayEvidence } from '../../src/core/flow/play';
import { element } from '../element';
import type { Texts } from '../texts';
import type { Part, View } from '../view';

/** The settings that made the current step happen; those written in a file lead there. */
export class EvidenceList implements Part {
  readonly element = element('div', { class: 'evidence' });
  readonly #reveal: (evidence: number) => void;

  constructor(reveal: (evidence: number) => void) {
    this.#reveal = reveal;
  }

  show({ step, texts }: View): void {
    const evidence = step?.evidence ?? [];
    this.element.hidden = evidence.length === 0;
    const items = evidence.map((one, index) => element('li', {}, this.#item(one, index, texts)));
    this.element.replaceChildren(element('h3', {}, texts.own('player.evidence')), element('ul', {}, ...items));
  }

  #item(evidence: PlayEvidence, index: number, texts: Texts): HTMLElement {
    const setting = element('code', {}, settingText(evidence, texts));
    if (!evidence.origin) return element('span', {}, setting);
    const { path } = evidence.origin;
    const file = element('span', { class: 'path' }, lastName(path));
    const where = element('span', { class: 'unseen' }, texts.own('player.evidence.place', { path }));
    const press = element('button', { type: 'button', class: 'link' }, setting, ' ', file, ' ', where);
    press.addEventListener('click', () => {
      this.#reveal(index);
    });
    return press;
  }
}

/** Without a value a setting is absent; its place is then where it would stand. */
function settingText({ setting, value, origin }: PlayEvidence, texts: Texts): string {
  if (value === undefined) return texts.own('player.evidence.absent', { setting });
  if (!origin) return texts.own('player.evidence.default', { setting, value });
  return texts.own(setting.startsWith('--') ? 'player.evidence.flag' : 'player.evidence.set', { setting, value });
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
