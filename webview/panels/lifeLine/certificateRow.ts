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

/**
 * Returns the row of all certificates of one purpose: from when to when each is valid, when it is renewed, and the wall
 * where it ends. In words it says the same of the one in force.
 */
export function certificateRow(purpose: LifeBar['purpose'], all: readonly LifeBar[], context: LifeContext): LifeRow {
  const { texts } = context;
  const shown = all.slice(0, MOST_BARS);
  const bars = shown.map((bar) => span(bar, context));
  const standing = shown.flatMap((bar, index) => inLane(index, [bars[index], ...moments(bar, context)]));
  const words = element('p', { class: 'life-words' });
  const row = lifeRow(texts.own(`player.lifeLine.${purpose}`), standing, context, words);
  row.element.classList.toggle('lanes', shown.length > 1);
  return {
    element: row.element,
    show: (now) => {
      row.show(now);
      const inForce = all.filter(({ notBefore }) => notBefore <= now).at(-1) ?? all[0];
      words.textContent = inForce ? barText(inForce, context) : '';
      shown.forEach(({ notBefore }, index) => bars[index]?.classList.toggle('future', notBefore > now));
    },
  };
}

function inLane(index: number, parts: readonly (HTMLElement | undefined)[]): HTMLElement[] {
  const present = parts.filter((part) => part !== undefined);
  for (const part of present) part.classList.add(`lane-${String(index % LANES)}`);
  return present;
}

function span(bar: LifeBar, context: LifeContext): HTMLElement {
  const label = context.texts.own('player.lifeLine.goToStart', { certificate: barText(bar, context) });
  const made = press(`life-bar ${bar.purpose}`, label, () => {
    context.goTo(bar.notBefore, issued[bar.purpose]);
  });
  return stand(made, context, bar.notBefore, bar.notAfter);
}

/** The moments of a certificate's life that lie on the line. */
function moments(bar: LifeBar, context: LifeContext): HTMLElement[] {
  const { scale } = context;
  const parts: HTMLElement[] = [];
  if (bar.rotationAt !== undefined && bar.rotationAt <= scale.end)
    parts.push(...rotation(bar, bar.rotationAt, context));
  if (bar.notAfter <= scale.end) parts.push(wall(bar, context));
  return parts;
}

function wall({ name, notAfter }: LifeBar, context: LifeContext): HTMLElement {
  const { texts } = context;
  const label = texts.own('player.lifeLine.goToExpiry', { name, time: texts.time(notAfter) });
  const made = press('life-wall', label, () => {
    context.goTo(notAfter);
  });
  made.append(element('span', {}, texts.own('player.lifeLine.expires')));
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
