import type { Exercise } from '../../core/lab/exercise';
import type { Judgement } from '../../core/lab/judge';
import type { Unmet } from '../../core/lab/unmet';
import { markdownText } from '../../core/messages/markdownText';
import { hostText, textOf } from '../texts';

/** What a reader has done about an exercise. */
export interface ExerciseState {
  readonly hints: number;
  readonly solved: boolean;
  /** The result of the last check; undefined when there was none since the start. */
  readonly judgement: Judgement | undefined;
}

/** Returns the page of an exercise as Markdown: what is broken, the goal, the hints taken, the last result. */
export function exercisePage(exercise: Exercise, { hints, solved, judgement }: ExerciseState): string {
  const { title, story, goal, release } = exercise;
  const parts = [
    `# ${written(title)}${solved ? ` ✓` : ''}`,
    written(story),
    `**${hostText('host.lab.goal')}** ${written(goal)}`,
    hostText('host.lab.how', { release }),
    ...hintsOf(exercise, hints),
    ...(judgement ? result(judgement) : []),
    ...(solved ? learnt(exercise) : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Returns why a condition does not hold, with what the rule says when one was asked. */
export function unmetText({ message, finding }: Unmet): string {
  return finding ? `${textOf(message)} ${textOf(finding.message)}` : textOf(message);
}

function written(message: Exercise['title']): string {
  return markdownText(textOf(message));
}

function hintsOf({ hints }: Exercise, taken: number): readonly string[] {
  if (taken === 0) return [];
  const lines = hints.slice(0, taken).map((hint, index) => `${String(index + 1)}. ${written(hint)}`);
  return [`## ${hostText('host.lab.hints')}`, lines.join('\n')];
}

function result({ solved, unmet, outcome }: Judgement): readonly string[] {
  const head = `## ${hostText(solved ? 'host.lab.solvedHead' : 'host.lab.notYetHead')}`;
  const lines = unmet.map((one) => `- ${markdownText(unmetText(one))}`).join('\n');
  const played = hostText('host.lab.outcome', { outcome: markdownText(textOf(outcome)) });
  return [head, ...(solved ? [] : [lines]), played];
}

function learnt({ learnt: message, oftenRead, explainedBy }: Exercise): readonly string[] {
  const rules = explainedBy.map((rule) => `\`${rule}\``).join(', ');
  return [
    `## ${hostText('host.lab.learnt')}`,
    written(message),
    ...(oftenRead ? [`> ${written(oftenRead)}`] : []),
    hostText('host.lab.explainedBy', { rules }),
  ];
}
