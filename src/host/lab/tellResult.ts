import * as vscode from 'vscode';
import type { Exercise } from '../../core/lab/exercise';
import type { Judgement } from '../../core/lab/judge';
import type { EngineCommand } from '../commands';
import { hostText, textOf } from '../texts';
import { exerciseFolder } from './exerciseFiles';
import { unmetText } from './exercisePage';

interface Offer extends vscode.MessageItem {
  readonly command: EngineCommand;
  readonly argument?: unknown;
}

/** Says in plain words what became of the reader's files, and offers what helps next. */
export async function tellResult(exercise: Exercise, judgement: Judgement, hintsTaken: number): Promise<void> {
  const chosen = await (judgement.solved ? tellSolved(exercise) : tellNotYet(exercise, judgement, hintsTaken));
  if (chosen) await vscode.commands.executeCommand(chosen.command, chosen.argument);
}

function tellSolved(exercise: Exercise): Thenable<Offer | undefined> {
  const text = hostText('host.lab.solvedWith', { title: textOf(exercise.title), learnt: textOf(exercise.learnt) });
  return vscode.window.showInformationMessage<Offer>(
    text,
    { title: hostText('host.lab.nextExercise'), command: 'tlsBootstrap.lab.next' },
    explained(exercise),
  );
}

function tellNotYet(
  exercise: Exercise,
  { unmet, outcome, see }: Judgement,
  hintsTaken: number,
): Thenable<Offer | undefined> {
  const [first, ...others] = unmet;
  const more = others.length === 0 ? [] : [hostText('host.lab.andMore', { count: String(others.length) })];
  const why = [...(first ? [unmetText(first)] : []), ...more].join(' ');
  const folder = exerciseFolder(exercise.id).toString();
  const request = { scenario: 'workspace', folder, ...see };
  return vscode.window.showInformationMessage<Offer>(
    hostText('host.lab.notYet', { why, outcome: textOf(outcome) }),
    { title: hostText('host.seeItHappen'), command: 'tlsBootstrap.openPlayer', argument: request },
    hintsTaken < exercise.hints.length ? nextHint(exercise, hintsTaken) : explained(exercise),
  );
}

function nextHint({ hints }: Exercise, taken: number): Offer {
  const counts = { next: String(taken + 1), count: String(hints.length) };
  return { title: hostText('host.lab.nextHint', counts), command: 'tlsBootstrap.lab.hint' };
}

function explained({ explainedBy: [rule = ''] }: Exercise): Offer {
  return { title: hostText('host.lab.explain'), command: 'tlsBootstrap.showRule', argument: rule };
}
