import type { Play, PlayStep } from '../../src/core/flow/play';
import { firstDivergence } from '../../src/core/flow/worlds/firstDivergence';
import type { Worlds } from '../../src/core/protocol/messages';
import { element } from '../element';
import { icon } from '../icons';
import type { Texts } from '../texts';
import type { Part, View } from '../view';
import { ReleaseSlider } from './releaseSlider';
import { chosenIn, chosenTexts, WhatIfList } from './whatIfList';

/** What the panel asks for when the reader uses it. */
interface WorldRequests {
  readonly chooseWorld: (release: string | undefined, whatIfs: readonly string[]) => void;
  readonly go: (step: number) => void;
}

/** Another world: the same files at another release, beside the one it was forked from. */
export class WorldsPanel implements Part {
  readonly element = element('div', { class: 'worlds' });
  readonly #requests: WorldRequests;
  readonly #slider: ReleaseSlider;
  readonly #whatIfs: WhatIfList;
  readonly #changes = element('div', { class: 'changes' });
  readonly #back = element('button', { type: 'button', class: 'plain' });
  readonly #beside = element('div', { class: 'beside' });
  #shown: Worlds | undefined;
  #texts: Texts | undefined;
  #rows: readonly HTMLElement[] = [];

  constructor(requests: WorldRequests) {
    this.#requests = requests;
    this.#slider = new ReleaseSlider((release) => {
      requests.chooseWorld(release, chosenIn(this.#shown));
    });
    this.#whatIfs = new WhatIfList((whatIfs) => {
      requests.chooseWorld(this.#slider.chosen, whatIfs);
    });
    this.#back.addEventListener('click', () => {
      requests.chooseWorld(undefined, []);
    });
    this.element.append(this.#slider.element, this.#changes, this.#whatIfs.element, this.#back, this.#beside);
  }

  show(view: View): void {
    const { worlds, play, texts, playback, fork } = view;
    this.#slider.show(view);
    this.#whatIfs.show(view);
    this.#back.hidden = !worlds.original;
    this.#back.textContent = texts.own('player.worlds.back', { step: String(fork + 1) });
    if (worlds !== this.#shown || texts !== this.#texts) this.#draw(play, worlds, texts);
    this.#rows.forEach((row, index) => {
      row.classList.toggle('now', index === playback.step);
    });
  }

  #draw(play: Play, worlds: Worlds, texts: Texts): void {
    this.#shown = worlds;
    this.#texts = texts;
    this.#rows = [];
    const { original } = worlds;
    const isOtherRelease = original && original.release !== play.release;
    this.#changes.replaceChildren(...(isOtherRelease ? changeList(play, original, worlds, texts) : []));
    this.#beside.replaceChildren(...(original ? this.#table(original, play, texts) : []));
  }

  #table(original: Play, play: Play, texts: Texts): Node[] {
    const parts = firstDivergence(original, play);
    if (parts === undefined) return [element('p', {}, texts.own('player.worlds.same'))];
    const length = Math.max(original.steps.length, play.steps.length);
    this.#rows = Array.from({ length }, (_, index) => {
      const left = element('td', {}, ...cell(original.steps[index], texts));
      const right = element('td', {}, ...this.#goTo(play.steps[index], index, texts));
      const row = element('tr', {}, element('th', { scope: 'row' }, String(index + 1)), left, right);
      row.classList.toggle('parted', index >= parts);
      return row;
    });
    const mark = element('td', { colspan: '3' }, texts.own('player.worlds.parts'));
    const rows = [...this.#rows.slice(0, parts), element('tr', { class: 'parts' }, mark), ...this.#rows.slice(parts)];
    const heads = [
      texts.own('player.worlds.asIs', { release: original.release }),
      [texts.own('player.release', { release: play.release }), ...chosenTexts(this.#shown, texts)].join('; '),
    ].map((head) => element('th', { scope: 'col' }, head));
    const step = element('th', { scope: 'col' }, texts.own('player.scrub'));
    return [
      element('table', {}, element('thead', {}, element('tr', {}, step, ...heads)), element('tbody', {}, ...rows)),
    ];
  }

  #goTo(step: PlayStep | undefined, index: number, texts: Texts): Node[] {
    if (!step) return [];
    const made = element('button', { type: 'button', class: 'link' }, ...cell(step, texts));
    made.addEventListener('click', () => {
      this.#requests.go(index);
    });
    return [made];
  }
}

function changeList(play: Play, original: Play, { changes, releases }: Worlds, texts: Texts): Node[] {
  const [from = '', to = ''] = inOrder([original.release, play.release], releases);
  const ends = { from, to };
  if (changes.length === 0) return [element('p', {}, texts.own('player.worlds.noChanges', ends))];
  const items = changes.map(({ release, text }) =>
    element('li', {}, element('strong', {}, release), ' ', texts.of(text)),
  );
  return [element('h3', {}, texts.own('player.worlds.changes', ends)), element('ul', {}, ...items)];
}

/** Changes are told forwards in time, wherever the reader comes from. */
function inOrder(some: readonly string[], releases: readonly string[]): readonly string[] {
  return [...some].sort((one, other) => releases.indexOf(one) - releases.indexOf(other));
}

function cell(step: PlayStep | undefined, texts: Texts): Node[] {
  if (!step) return [];
  const words = document.createTextNode(texts.of(step.label));
  if (step.result === 'ok') return [words];
  const said = element('span', { class: 'unseen' }, ` (${texts.own(`player.stage.${step.result}`)})`);
  return [icon(step.result), words, said];
}
