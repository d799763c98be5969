import type { LifeLine } from '../../../src/core/flow/play';
import { element } from '../../element';
import { lifeRow, stand, type LifeContext } from './lifeRow';

/** Returns the row of the node: from when to when it is Ready, in words as well as in colour. */
export function nodeRow({ node, end }: LifeLine, context: LifeContext): HTMLElement {
  const { texts } = context;
  const spans = node.map(({ t, ready }, index) => {
    const until = node[index + 1]?.t ?? end;
    const state = texts.own(`player.lifeLine.node.${ready}`);
    const label = texts.own('player.lifeLine.node.span', { state, from: texts.time(t), to: texts.time(until) });
    const made = element(
      'button',
      { type: 'button', class: `life-node ${ready}`, 'aria-label': label, title: label },
      state,
    );
    made.addEventListener('click', () => {
      context.goTo(t);
    });
    return stand(made, context, t, until);
  });
  return lifeRow(element('strong', {}, texts.own('player.lifeLine.node')), ...spans);
}
