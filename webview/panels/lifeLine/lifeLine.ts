import type { LifeBar, Play } from '../../../src/core/flow/play';
import { element } from '../../element';
import type { Texts } from '../../texts';
import type { Part, View } from '../../view';
import { certificateRow } from './certificateRow';
import { lifeRow, stand, type LifeContext, type LifeRow } from './lifeRow';
import { nodeRow } from './nodeRow';
import { momentSlider } from './momentSlider';
import { timeScale } from './timeScale';

const purposes: readonly LifeBar['purpose'][] = ['client', 'serving', 'self-signed'];

/** The life line: the certificates' days and years, when they are renewed and when they end, and what becomes of the node. */
export class LifeLinePanel implements Part {
  readonly element = element('div', { class: 'life' });
  readonly #go: (step: number) => void;
  #play: Play | undefined;
  #texts: Texts | undefined;
  #rows: readonly LifeRow[] = [];
  /** Where the reader has dragged to: a moment within a step. Any other way to a step ends it. */
  #dragged: { readonly seconds: number; readonly step: number } | undefined;

  /** `go` is called with the index of the step that the reader wants to go to. */
  constructor(go: (step: number) => void) {
    this.#go = go;
  }

  show({ play, playback, step, texts }: View): void {
    if (play !== this.#play || texts !== this.#texts) this.#draw(play, texts);
    if (this.#dragged?.step !== playback.step) this.#dragged = undefined;
    this.#showMoment(this.#dragged?.seconds ?? step?.t ?? 0);
  }

  #showMoment(now: number): void {
    for (const row of this.#rows) row.show(now);
  }

  /** Goes to the last step that has happened by a moment; what there is between two steps is shown on the line. */
  #drag(seconds: number): void {
    const happened = this.#play?.steps.findLastIndex(({ t }) => t <= seconds) ?? 0;
    const step = Math.max(0, happened);
    this.#dragged = { seconds, step };
    this.#go(step);
    this.#showMoment(seconds);
  }

  #draw(play: Play, texts: Texts): void {
    this.#play = play;
    this.#texts = texts;
    this.#dragged = undefined;
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
    const slider = momentSlider(play, context, (seconds) => {
      this.#drag(seconds);
    });
    this.#rows = [slider, ...certificates, nodeRow(lifeLine, context), axis(context)];
    const rows = this.#rows.map((row) => row.element);
    this.element.replaceChildren(...rows, ...legend(lifeLine.bars, context));
  }
}

function axis(context: LifeContext): LifeRow {
  const { scale, texts } = context;
  const standing = scale.ticks.map((tick) =>
    stand(element('span', { class: 'life-tick' }, texts.time(tick)), context, tick),
  );
  if (scale.compressedAfter !== undefined) {
    standing.push(
      stand(element('span', { class: 'life-break', 'aria-hidden': 'true' }), context, scale.compressedAfter),
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
