import type { Play } from '../../../src/core/flow/play';
import { element } from '../../element';
import type { Texts } from '../../texts';
import type { Part, View } from '../../view';
import { barRow } from './barRow';
import { lifeRow, stand, type LifeContext } from './lifeRow';
import { nodeRow } from './nodeRow';
import { timeScale, type TimeScale } from './timeScale';

/** The life line: every certificate's days and years, when it is renewed and when it ends, and what becomes of the node. */
export class LifeLinePanel implements Part {
  readonly element = element('div', { class: 'life' });
  readonly #go: (step: number) => void;
  #play: Play | undefined;
  #texts: Texts | undefined;
  #scale: TimeScale | undefined;
  readonly #now = element('p', { class: 'life-now' });

  /** `go` is called with the index of the step that the reader wants to go to. */
  constructor(go: (step: number) => void) {
    this.#go = go;
  }

  show(view: View): void {
    if (view.play !== this.#play || view.texts !== this.#texts) this.#draw(view);
    const now = view.step?.t ?? 0;
    this.#now.textContent = view.texts.own('player.lifeLine.now', { time: view.texts.time(now) });
    const left = `${String((this.#scale?.place(now) ?? 0) * 100)}%`;
    for (const cursor of this.element.querySelectorAll<HTMLElement>('.life-cursor')) cursor.style.left = left;
    for (const bar of this.element.querySelectorAll<HTMLElement>('.life-bar')) {
      bar.classList.toggle('future', Number(bar.dataset.from) > now);
    }
  }

  #draw({ play, texts }: View): void {
    this.#play = play;
    this.#texts = texts;
    const scale = timeScale(
      play.lifeLine,
      play.steps.map(({ t }) => t),
    );
    this.#scale = scale;
    const context: LifeContext = {
      scale,
      end: play.lifeLine.end,
      texts,
      goTo: (seconds, when = []) => {
        const later = play.steps.map((step, index) => ({ ...step, index })).filter(({ t }) => t >= seconds);
        const found = later.find(({ step }) => when.includes(step)) ?? later[0];
        this.#go(found?.index ?? play.steps.length - 1);
      },
    };
    const rows = [...play.lifeLine.bars.map((bar) => barRow(bar, context)), nodeRow(play.lifeLine, context)];
    this.element.replaceChildren(this.#now, ...rows, axis(context), ...legend(play, context));
  }
}

function axis(context: LifeContext): HTMLElement {
  const { scale, texts } = context;
  const ticks = scale.ticks.map((tick) =>
    stand(element('span', { class: 'life-tick' }, texts.time(tick)), context, tick),
  );
  const row = lifeRow('', ...ticks);
  row.classList.add('life-axis');
  if (scale.compressedAfter !== undefined) {
    row.lastElementChild?.append(stand(element('span', { class: 'life-break' }, '⫽'), context, scale.compressedAfter));
  }
  return row;
}

function legend({ lifeLine }: Play, { scale, texts }: LifeContext): HTMLElement[] {
  const lines: string[] = [];
  if (lifeLine.bars.some(({ rotationAt }) => rotationAt !== undefined)) lines.push(texts.own('player.lifeLine.window'));
  if (scale.compressedAfter !== undefined) {
    lines.push(texts.own('player.lifeLine.compressed', { time: texts.time(scale.compressedAfter) }));
  }
  return lines.map((line) => element('p', { class: 'life-legend' }, line));
}
