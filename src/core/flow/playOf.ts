import type { Catalogue, Message } from '../messages/message';
import { flowCatalogue } from './catalogue';
import { mermaidText } from './mermaid';
import type { Play } from './play';
import { compress } from './play/compress';
import { flowMessage } from './play/draftStep';
import { draftSteps } from './play/draftSteps';
import { foldRenewals } from './play/foldRenewals';
import { withHoldings } from './play/holdings';
import { lifeLineOf } from './play/lifeLine';
import { outcomeOfPlay } from './play/outcomeOfPlay';
import { shorten } from './play/shorten';
import { machineTitles } from './play/telling';
import type { Timeline } from './timeline';

/**
 * Returns the play of a timeline: its deciding events as steps, with nothing in them that the timeline does not say.
 * `texts` are those of the diagram.
 */
export function playOf(timeline: Timeline, title: Message, texts: Catalogue = flowCatalogue): Play {
  const { steps, things } = withHoldings(shorten(compress(foldRenewals(draftSteps(timeline)))));
  const machines = machineTitles(timeline);
  return {
    scenario: timeline.scenario,
    title,
    release: timeline.release,
    startsAt: timeline.startsAt,
    machines,
    steps,
    things,
    diagram: mermaidText(steps, machines, texts),
    lifeLine: lifeLineOf(timeline),
    outcome: outcomeOfPlay(timeline),
    assumptions: timeline.assumptions.map(
      ({ setting, value, sentence }) => sentence ?? flowMessage('assumption', { setting, value }),
    ),
  };
}
