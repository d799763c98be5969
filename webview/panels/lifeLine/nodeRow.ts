import type { LifeLine } from '../../../src/core/flow/play';
import { lifeRow, press, stand, type LifeContext, type LifeRow } from './lifeRow';

/** Returns the row of the node: from when to when it is Ready, in words as well as in colour. */
export function nodeRow({ node }: LifeLine, context: LifeContext): LifeRow {
  const { texts, scale } = context;
  const spans = node.map(({ t, ready }, index) => {
    const until = node[index + 1]?.t;
    const state = texts.own(`player.lifeLine.node.${ready}`);
    const times = { state, from: texts.time(t), to: until === undefined ? '' : texts.time(until) };
    const label = texts.own(until === undefined ? 'player.lifeLine.node.from' : 'player.lifeLine.node.span', times);
    const made = press(`life-node ${ready}`, label, () => {
      context.goTo(t);
    });
    made.append(state);
    return stand(made, context, t, until ?? scale.end);
  });
  return lifeRow(texts.own('player.lifeLine.node'), spans, context);
}
