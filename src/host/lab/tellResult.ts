import * as vscode from 'vscode';
import type { Exercise } from '../../core/lab/exercise';
import type { Judgement } from '../../core/lab/judge';
import type { EngineCommand } from '../engineCommandIds';
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
  return vscode.window.showInformationMessage<Offer>(
    hostText('host.lab.solvedNow', { title: textOf(exercise.title) }),
    { title: hostText('host.lab.nextExercise'), command: 'tlsBootstrap.lab.next' },
    explained(exercise.explainedBy[0]),
  );
}

function tellNotYet(
  exercise: Exercise,
  { unmet, outcome, see }: Judgement,
  hintsTaken: number,
): Thenable<Offer | undefined> {
  const [first, ...others] = unmet;
  const why = first ? unmetText(first) : '';
  const notYet = hostText('host.lab.notYet', { why, outcome: textOf(outcome) });
  const more = others.length === 0 ? [] : [hostText('host.lab.andMore')];
  // What only a rule says cannot be seen in a play.
  const toSee = first?.finding && !see ? explained(first.finding.rule) : seeItHappen(exercise, see);
  const help = hintsTaken < exercise.hints.length ? nextHint() : explained(exercise.explainedBy[0]);
  return vscode.window.showInformationMessage<Offer>([notYet, ...more].join(' '), toSee, help);
}

function seeItHappen({ id }: Exercise, see: Judgement['see']): Offer {
  const request = { scenario: 'workspace', folder: exerciseFolder(id).toString(), ...see };
  return { title: hostText('host.seeItHappen'), command: 'tlsBootstrap.openPlayer', argument: request };
}

function nextHint(): Offer {
  return { title: hostText('host.lab.nextHint'), command: 'tlsBootstrap.lab.hint' };
}

function explained(rule: string | undefined): Offer {
  return { title: hostText('host.lab.explain'), command: 'tlsBootstrap.showRule', argument: rule };
}
