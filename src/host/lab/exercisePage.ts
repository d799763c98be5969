import type { Exercise } from '../../core/lab/exercise';
import { exercises } from '../../core/lab/exercises/index';
import type { Judgement } from '../../core/lab/judge';
import type { Unmet } from '../../core/lab/unmet';
import { markdownText } from '../../core/messages/markdownText';
import { hostText, textOf } from '../texts';

/** What a reader has done about an exercise. */
export interface ExerciseState {
  readonly hints: number;
  readonly solved: boolean;
  /** How many exercises are solved, this one counted. */
  readonly solvedInAll: number;
  /** The result of the last check; undefined when there was none since the start. */
  readonly judgement: Judgement | undefined;
}

/** Returns the page of an exercise as Markdown: what is broken, the goal, the hints taken, the last result. */
export function exercisePage(exercise: Exercise, { hints, solved, solvedInAll, judgement }: ExerciseState): string {
  const { title, story, goal, release } = exercise;
  const parts = [
    `# ${written(title)}${solved ? ` ✓` : ''}`,
    progress(exercise, solvedInAll),
    written(story),
    `**${hostText('host.lab.goal')}** ${written(goal)}`,
    hostText('host.lab.how', { release }),
    ...(judgement?.solved ? [] : hintsOf(exercise, hints)),
    ...(judgement ? result(judgement) : []),
    ...(solved ? learnt(exercise) : []),
    ...(judgement?.solved ? hintsOf(exercise, hints) : []),
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

function progress({ id }: Exercise, solved: number): string {
  const number = exercises.findIndex((exercise) => exercise.id === id) + 1;
  const counts = { number: String(number), count: String(exercises.length), solved: String(solved) };
  return hostText('host.lab.progress', counts);
}

function hintsOf({ hints }: Exercise, taken: number): readonly string[] {
  if (taken === 0) return [];
  const lines = hints.slice(0, taken).map((hint, index) => `${String(index + 1)}. ${written(hint)}`);
  const counts = { next: String(taken + 1), count: String(hints.length) };
  const further = taken < hints.length ? hostText('host.lab.moreHints', counts) : hostText('host.lab.lastHint');
  return [`## ${hostText('host.lab.hints')}`, lines.join('\n'), further];
}

function result({ solved, unmet, met, outcome }: Judgement): readonly string[] {
  const head = `## ${hostText(solved ? 'host.lab.solvedHead' : 'host.lab.notYetHead')}`;
  const missing = unmet.map((one) => `- ✗ ${markdownText(unmetText(one))}`);
  const there = met.map((one) => `- ✓ ${written(one)}`);
  const played = hostText('host.lab.outcome', { outcome: markdownText(textOf(outcome)) });
  return [head, [...missing, ...there].join('\n'), played];
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
