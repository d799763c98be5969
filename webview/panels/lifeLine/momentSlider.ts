import type { LifeBar, Play } from '../../../src/core/flow/play';
import { element } from '../../element';
import type { Texts } from '../../texts';
import type { LifeContext, LifeRow } from './lifeRow';

/** The slider has this many stops: finer than anybody can drag, coarse enough for keys. */
const STOPS = 400;
/** What Page Up and Page Down move by. */
const FAR = 40;

/** Returns the row with which any moment of the life line can be gone to, by mouse and by keys; it says what is so then. */
export function momentSlider(play: Play, context: LifeContext, drag: (seconds: number) => void): LifeRow {
  const { scale, texts } = context;
  const words = element('p', { class: 'life-at' });
  const range = element('input', { type: 'range', min: '0', max: String(STOPS), step: '1', class: 'life-moment' });
  range.setAttribute('aria-label', texts.own('player.lifeLine.drag'));
  range.addEventListener('input', () => {
    drag(scale.at(range.valueAsNumber / STOPS));
  });
  range.addEventListener('keydown', (event) => {
    const far = event.key === 'PageUp' ? FAR : event.key === 'PageDown' ? -FAR : 0;
    if (far === 0) return;
    event.preventDefault();
    drag(scale.at(Math.max(0, Math.min(STOPS, range.valueAsNumber + far)) / STOPS));
  });
  const heading = element('strong', { class: 'life-name' });
  const track = element('div', { class: 'life-track life-drag' }, range);
  return {
    element: element('div', { class: 'life-row' }, heading, track, words),
    show: (now) => {
      heading.textContent = texts.own('player.lifeLine.now', { time: texts.time(now) });
      range.value = String(Math.round(scale.place(now) * STOPS));
      words.textContent = whatIsSo(play, now, context);
      range.setAttribute('aria-valuetext', `${texts.time(now)}. ${words.textContent}`);
    },
  };
}

function whatIsSo({ lifeLine, steps }: Play, now: number, { texts }: LifeContext): string {
  const ready = lifeLine.node.findLast(({ t }) => t <= now)?.ready ?? 'none';
  const bars = lifeLine.bars.filter(({ purpose }) => purpose === 'client');
  const issued = steps.find(({ step }) => step === 'sign')?.t ?? 0;
  const node = texts.own('player.lifeLine.moment.node', { state: texts.own(`player.lifeLine.node.${ready}`) });
  return `${node} ${certificateText(now < issued ? undefined : lastOf(bars, now), now, texts)}`;
}

function certificateText(bar: LifeBar | undefined, now: number, texts: Texts): string {
  if (!bar) return texts.own('player.lifeLine.moment.none');
  const isOver = bar.notAfter <= now;
  const time = texts.time(Math.abs(bar.notAfter - now));
  return texts.own(isOver ? 'player.lifeLine.moment.over' : 'player.lifeLine.moment.left', { time });
}

/** The last certificate that has come: each but the first comes when the one before is renewed. */
function lastOf(bars: readonly LifeBar[], now: number): LifeBar | undefined {
  return bars.findLast(({ notBefore }, index) => Math.max(notBefore, bars[index - 1]?.rotationAt ?? notBefore) <= now);
}
