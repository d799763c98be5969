import type { LifeBar, Play } from '../../../src/core/flow/play';
import { element } from '../../element';
import type { Texts } from '../../texts';
import type { Part, View } from '../../view';
import { certificateRow } from './certificateRow';
import { lifeRow, stand, type LifeContext, type LifeRow } from './lifeRow';
import { nodeRow } from './nodeRow';
import { timeScale } from './timeScale';

const purposes: readonly LifeBar['purpose'][] = ['client', 'serving', 'self-signed'];

/** The life line: the certificates' days and years, when they are renewed and when they end, and what becomes of the node. */
export class LifeLinePanel implements Part {
  readonly element = element('div', { class: 'life' });
  readonly #go: (step: number) => void;
  readonly #now = element('p', { class: 'life-now' });
  #play: Play | undefined;
  #texts: Texts | undefined;
  #rows: readonly LifeRow[] = [];

  /** `go` is called with the index of the step that the reader wants to go to. */
  constructor(go: (step: number) => void) {
    this.#go = go;
  }

  show({ play, step, texts }: View): void {
    if (play !== this.#play || texts !== this.#texts) this.#draw(play, texts);
    const now = step?.t ?? 0;
    this.#now.textContent = texts.own('player.lifeLine.now', { time: texts.time(now) });
    for (const row of this.#rows) row.show(now);
  }

  #draw(play: Play, texts: Texts): void {
    this.#play = play;
    this.#texts = texts;
    const { lifeLine, steps } = play;
    const moments = steps.map(({ t }) => t);
    const context: LifeContext = {
      scale: timeScale(lifeLine, moments),
      texts,
      lastStep: Math.max(0, ...moments),
      goTo: (seconds, when = []) => {
        const later = steps.map((step, index) => ({ ...step, index })).filter(({ t }) => t >= seconds);
        const found = later.find(({ step }) => when.includes(step)) ?? later[0];
        this.#go(found?.index ?? steps.length - 1);
      },
    };
    const certificates = purposes.flatMap((purpose) => {
      const bars = lifeLine.bars.filter((bar) => bar.purpose === purpose);
      return bars.length > 0 ? [certificateRow(purpose, bars, context)] : [];
    });
    this.#rows = [...certificates, nodeRow(lifeLine, context), axis(context)];
    const rows = this.#rows.map((row) => row.element);
    this.element.replaceChildren(this.#now, ...rows, ...legend(lifeLine.bars, context));
  }
}

function axis(context: LifeContext): LifeRow {
  const { scale, texts } = context;
  const standing = scale.ticks.map((tick) =>
    stand(element('span', { class: 'life-tick' }, texts.time(tick)), context, tick),
  );
  if (scale.compressedAfter !== undefined) {
    standing.push(
      stand(element('span', { class: 'life-break', 'aria-hidden': 'true' }, '⫽'), context, scale.compressedAfter),
    );
  }
  const row = lifeRow('', standing, context);
  row.element.classList.add('life-axis');
  row.element.setAttribute('aria-hidden', 'true');
  return row;
}

function legend(bars: readonly LifeBar[], { scale, texts }: LifeContext): HTMLElement[] {
  const lines: string[] = [];
  if (bars.some(({ rotationAt }) => rotationAt !== undefined)) lines.push(texts.own('player.lifeLine.window'));
  if (scale.compressedAfter !== undefined) {
    lines.push(texts.own('player.lifeLine.compressed', { time: texts.time(scale.compressedAfter) }));
  }
  return lines.map((line) => element('p', { class: 'life-legend' }, line));
}
