import type { FlowStepId } from '../../../src/core/flow/flowStep';
import type { LifeBar } from '../../../src/core/flow/play';
import { element } from '../../element';
import { lifeRow, stand, type LifeContext } from './lifeRow';

/** The kubelet picks its moment to renew between these shares of a lifetime (client-go, nextRotationDeadline). */
const WINDOW_FROM = 0.7;
const WINDOW_TO = 0.9;

/** The steps at which a certificate comes into being. It is valid from a little earlier: signers date it back. */
const issued: Readonly<Record<LifeBar['purpose'], readonly FlowStepId[]>> = {
  client: ['sign', 'renewal-sign'],
  serving: ['serving-certificate'],
  'self-signed': ['kubelet-start'],
};

/** Returns the row of one certificate: from when to when it is valid, when it is renewed, and the wall where it ends. */
export function barRow(bar: LifeBar, context: LifeContext): HTMLElement {
  const { texts } = context;
  const name = texts.own(`player.lifeLine.${bar.purpose}`);
  const validity = texts.own('player.lifeLine.valid', {
    from: texts.time(bar.notBefore),
    to: texts.time(bar.notAfter),
  });
  const standing = [span(bar, context, texts.own('player.lifeLine.goToStart', { name: bar.name, validity }))];
  if (bar.rotationAt !== undefined && bar.rotationAt <= context.end)
    standing.push(...rotation(bar, bar.rotationAt, context));
  if (bar.notAfter <= context.end) standing.push(wall(bar, context));
  const heading = element('span', {}, element('strong', {}, name), element('code', {}, bar.name));
  const row = lifeRow(heading, ...standing);
  row.append(element('p', { class: 'life-words' }, `${validity} · ${renewalText(bar, context)}`));
  return row;
}

function wall(bar: LifeBar, context: LifeContext): HTMLElement {
  const { texts } = context;
  const expiry = texts.own('player.lifeLine.goToExpiry', { name: bar.name, time: texts.time(bar.notAfter) });
  const made = press('life-wall', expiry, () => {
    context.goTo(bar.notAfter);
  });
  made.append(element('span', {}, texts.own('player.lifeLine.expires')));
  return stand(made, context, bar.notAfter);
}

function span(bar: LifeBar, context: LifeContext, label: string): HTMLElement {
  const made = press(`life-bar ${bar.purpose}`, label, () => {
    context.goTo(bar.notBefore, issued[bar.purpose]);
  });
  made.dataset.from = String(bar.notBefore);
  return stand(made, context, bar.notBefore, bar.notAfter);
}

function rotation(bar: LifeBar, rotationAt: number, context: LifeContext): HTMLElement[] {
  const { texts } = context;
  const life = bar.notAfter - bar.notBefore;
  const window = element('span', { class: 'life-window' });
  stand(window, context, bar.notBefore + WINDOW_FROM * life, bar.notBefore + WINDOW_TO * life);
  const label = texts.own('player.lifeLine.goToRotation', { name: bar.name, time: texts.time(rotationAt) });
  const point = press('life-rotation', label, () => {
    context.goTo(rotationAt);
  });
  return [window, stand(point, context, rotationAt)];
}

function renewalText({ rotationAt }: LifeBar, { texts }: LifeContext): string {
  if (rotationAt === undefined) return texts.own('player.lifeLine.neverRenewed');
  return texts.own('player.lifeLine.renewed', { time: texts.time(rotationAt) });
}

function press(kind: string, label: string, go: () => void): HTMLElement {
  const made = element('button', { type: 'button', class: kind, 'aria-label': label, title: label });
  made.addEventListener('click', go);
  return made;
}
