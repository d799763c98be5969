import type { FlowStepId } from '../../../src/core/flow/flowStep';
import type { LifeBar } from '../../../src/core/flow/play';
import { element } from '../../element';
import { lifeRow, press, stand, type LifeContext, type LifeRow } from './lifeRow';

/** The kubelet picks its moment to renew between these shares of a lifetime (client-go, nextRotationDeadline). */
const WINDOW_FROM = 0.7;
const WINDOW_TO = 0.9;

/** Certificates that follow each other overlap, so they stand in turn on two lanes. */
const LANES = 2;
const MOST_BARS = 24;

/** The steps at which a certificate comes into being. It is valid from a little earlier: signers date it back. */
const issued: Readonly<Record<LifeBar['purpose'], readonly FlowStepId[]>> = {
  client: ['sign', 'renewal-sign'],
  serving: ['serving-certificate'],
  'self-signed': ['serving-certificate'],
};

/** A certificate in the succession of those of its purpose. */
interface Life extends LifeBar {
  /** When it came, in seconds: its validity is dated back. */
  readonly came: number;
  /** Whether its end does no harm: another has come before, or the story ends before it is due for renewal. */
  readonly harmless: boolean;
}

/**
 * Returns the row of all certificates of one purpose: from when to when each is valid, when it is renewed, and the wall
 * where it ends. In words it says the same of the one in force.
 */
export function certificateRow(purpose: LifeBar['purpose'], bars: readonly LifeBar[], context: LifeContext): LifeRow {
  const { texts } = context;
  const lives = succession(bars, context.lastStep);
  const shown = lives.slice(0, MOST_BARS).map((life) => ({ life, span: span(life, context) }));
  const standing = shown.flatMap((one, index) => inLane(index, [one.span, ...moments(one.life, context)]));
  const words = element('p', { class: 'life-words' });
  const row = lifeRow(texts.own(`player.lifeLine.${purpose}`), standing, context, words);
  row.element.classList.toggle('lanes', shown.length > 1);
  return {
    element: row.element,
    show: (now) => {
      row.show(now);
      const inForce = lives.findLast(({ came }) => came <= now) ?? lives[0];
      words.textContent = inForce ? barText(inForce, context) : '';
      for (const one of shown) one.span.classList.toggle('future', one.life.came > now);
    },
  };
}

function succession(bars: readonly LifeBar[], lastStep: number): Life[] {
  const came = bars.map(({ notBefore }, index) => Math.max(notBefore, bars[index - 1]?.rotationAt ?? notBefore));
  return bars.map((bar, index) => ({
    ...bar,
    came: came[index] ?? bar.notBefore,
    harmless: (came[index + 1] ?? Infinity) <= bar.notAfter || (bar.rotationAt ?? 0) >= lastStep,
  }));
}

function inLane(index: number, parts: readonly HTMLElement[]): readonly HTMLElement[] {
  for (const part of parts) part.classList.add(`lane-${String(index % LANES)}`);
  return parts;
}

function span(bar: Life, context: LifeContext): HTMLElement {
  const label = context.texts.own('player.lifeLine.goToStart', { certificate: barText(bar, context) });
  const made = press(`life-bar ${bar.purpose}`, label, () => {
    context.goTo(bar.came, issued[bar.purpose]);
  });
  return stand(made, context, bar.notBefore, bar.notAfter);
}

/** The moments of a certificate's life that lie on the line. */
function moments(bar: Life, context: LifeContext): HTMLElement[] {
  const { scale } = context;
  const parts: HTMLElement[] = [];
  if (bar.rotationAt !== undefined && bar.rotationAt <= scale.end)
    parts.push(...rotation(bar, bar.rotationAt, context));
  if (bar.notAfter <= scale.end) parts.push(wall(bar, context));
  return parts;
}

function wall({ name, notAfter, harmless }: Life, context: LifeContext): HTMLElement {
  const { texts } = context;
  const label = texts.own('player.lifeLine.goToExpiry', { name, time: texts.time(notAfter) });
  const made = press('life-wall', label, () => {
    context.goTo(notAfter);
  });
  if (harmless) made.classList.add('harmless');
  else made.append(element('span', {}, texts.own('player.lifeLine.expires')));
  return stand(made, context, notAfter);
}

function rotation({ name, notBefore, notAfter }: LifeBar, rotationAt: number, context: LifeContext): HTMLElement[] {
  const { texts } = context;
  const life = notAfter - notBefore;
  const window = element('span', { class: 'life-window' });
  stand(window, context, notBefore + WINDOW_FROM * life, notBefore + WINDOW_TO * life);
  const label = texts.own('player.lifeLine.goToRotation', { name, time: texts.time(rotationAt) });
  const point = press('life-rotation', label, () => {
    context.goTo(rotationAt);
  });
  return [window, stand(point, context, rotationAt)];
}

function barText({ name, notBefore, notAfter, rotationAt }: LifeBar, { texts }: LifeContext): string {
  const times = { name, from: texts.time(notBefore), to: texts.time(notAfter) };
  if (rotationAt === undefined) return texts.own('player.lifeLine.neverRenewed', times);
  return texts.own('player.lifeLine.renewed', { ...times, renewal: texts.time(rotationAt) });
}
