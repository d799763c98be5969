import type { SourceOrigin } from '../core/cluster/setting';
import { actorTitle } from '../core/flow/lanes';
import type { Play } from '../core/flow/play';
import type { Range } from '../core/text/range';
import type { ClusterView } from './clusterView';
import { playerLink, type TitledLink } from './links';
import { wantedStepAt } from './player/keepPlace';
import { stepsAt } from './player/stepsAt';
import { hostText, textOf } from './texts';

/** So many steps are named for one place; a flag may matter at each renewal of ten years. */
const MOST = 3;

/** A link to a step of the play, and what is at work there. */
export interface LinkAtWork extends TitledLink {
  readonly range: Range;
}

/** Returns links to the steps at which what is written at a place is at work: those that fail first, then in their order. */
export function linksAtWork(view: ClusterView, play: Play, place: SourceOrigin): readonly LinkAtWork[] {
  const found = stepsAt(play, place);
  const fails = ({ index }: { readonly index: number }) => play.steps[index]?.result === 'fails';
  const ordered = [...found.filter(fails), ...found.filter((one) => !fails(one))];
  return ordered.slice(0, MOST).flatMap(({ index, range }) => {
    const step = play.steps[index];
    const wanted = wantedStepAt(play, index);
    if (!step || !wanted) return [];
    const [from = '', to = ''] = [step.from, step.to].map((actor) => actorTitle(actor, step.machine, play.machines));
    const title = hostText('host.atWork', { step: String(index + 1), from, to, label: textOf(step.label) });
    return { title, link: playerLink(view.folder, wanted.id, wanted.occurrence), range };
  });
}
