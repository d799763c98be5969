import * as vscode from 'vscode';
import type { Exercise } from '../../core/lab/exercise';
import { exerciseById, exercises } from '../../core/lab/exercises/index';
import { judge, type Judgement } from '../../core/lab/judge';
import type { Kubernetes } from '../../core/kubernetes/kubernetes';
import type { Progress } from '../progress';
import type { Samples } from '../samples/sampleFileSystem';
import { closeOtherPages, pageInFront, showPage } from '../showPage';
import { hostText, textOf } from '../texts';
import { exerciseFolder, exerciseOf, filesOfExercise } from './exerciseFiles';
import { ExercisePages, exerciseOfPage, exercisePageUri } from './exercisePages';
import { ExerciseTree } from './exerciseTree';
import { LabState } from './labState';
import { nextExercise } from './nextExercise';
import { tellResult } from './tellResult';

interface Parts {
  readonly context: vscode.ExtensionContext;
  readonly kubernetes: Kubernetes;
  readonly progress: Progress;
  readonly samples: Samples;
}

/** The lab of a window: the exercise the reader is at, what became of it, and the page and tree that show it. */
export class Lab implements vscode.Disposable {
  readonly #parts: Parts;
  readonly #state: LabState;
  readonly #pages: ExercisePages;
  readonly #tree: ExerciseTree;
  readonly #judgements = new Map<string, Judgement>();

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#state = new LabState(parts.context.workspaceState);
    this.#pages = new ExercisePages((id) => ({
      hints: this.#state.hintsTaken(id),
      solved: this.#isSolved(id),
      solvedInAll: exercises.filter((one) => this.#isSolved(one.id)).length,
      judgement: this.#judgements.get(id),
    }));
    this.#tree = new ExerciseTree(parts.samples, (id) => ({
      solved: this.#isSolved(id),
      current: id === this.#state.current,
    }));
    if (this.#state.current !== undefined) void setOpen();
  }

  /** Opens the exercise of that id, or lets the reader choose one. */
  async open(id: unknown): Promise<void> {
    const exercise = typeof id === 'string' ? exerciseById(id) : await this.#choose();
    if (!exercise) return;
    const isFirst = this.#state.current === undefined;
    await this.#state.goTo(exercise.id);
    await setOpen();
    // The Explorer shows a view of an extension closed until somebody opens it.
    if (isFirst) await vscode.commands.executeCommand('tlsBootstrap.lab.focus');
    this.#refresh(exercise);
    const file = vscode.Uri.joinPath(exerciseFolder(exercise.id), exercise.opens);
    await vscode.commands.executeCommand('vscode.open', file, { viewColumn: vscode.ViewColumn.One, preview: false });
    await showExercise(exercise);
    await closeOtherPages(exercisePageUri(exercise.id));
  }

  /** Opens the next exercise that is not solved, after the last one the first; says so when there is none but this. */
  async next(): Promise<void> {
    const { current } = this.#state;
    const following = nextExercise(exercises, current, (id) => this.#isSolved(id));
    if (following && following.id !== current) await this.open(following.id);
    else void vscode.window.showInformationMessage(hostText(following ? 'host.lab.lastLeft' : 'host.lab.allSolved'));
  }

  /** Shows one more hint on the page of the exercise. */
  async hint(): Promise<void> {
    const exercise = await this.#atHand();
    if (!exercise) return;
    const taken = Math.min(this.#state.hintsTaken(exercise.id) + 1, exercise.hints.length);
    await this.#state.setHints(exercise.id, taken);
    this.#refresh(exercise);
    await showExercise(exercise);
  }

  /** Judges the files as they are now, and says what became of them. */
  async check(): Promise<void> {
    const exercise = await this.#atHand();
    if (!exercise) return;
    const judgement = await this.#judge(exercise);
    this.#judgements.set(exercise.id, judgement);
    if (judgement.solved) this.#parts.progress.note(`solved.${exercise.id}`);
    this.#refresh(exercise);
    if (judgement.solved) await showExercise(exercise);
    void tellResult(exercise, judgement, this.#state.hintsTaken(exercise.id));
  }

  /** Gives the exercise its broken files again and takes back the hints; that it was solved once stays. */
  async reset(): Promise<void> {
    const exercise = await this.#atHand();
    if (!exercise) return;
    await this.#parts.samples.startOver(`lab/${exercise.id}`);
    await this.#state.setHints(exercise.id, 0);
    this.#judgements.delete(exercise.id);
    this.#refresh(exercise);
  }

  dispose(): void {
    this.#pages.dispose();
    this.#tree.dispose();
  }

  async #judge(exercise: Exercise): Promise<Judgement> {
    const { samples, kubernetes } = this.#parts;
    try {
      return judge(exercise, await filesOfExercise(exercise.id, samples), kubernetes);
    } catch (error) {
      void vscode.window.showInformationMessage(hostText('host.unreadable', { folder: exercise.id }));
      throw error;
    }
  }

  /** The exercise of the file or page in front, else the one opened last, else one of the reader's choice. */
  async #atHand(): Promise<Exercise | undefined> {
    const file = vscode.window.activeTextEditor?.document.uri;
    const page = pageInFront();
    const id = (file && exerciseOf(file)) ?? (page && exerciseOfPage(page)) ?? this.#state.current;
    return (id === undefined ? undefined : exerciseById(id)) ?? this.#choose();
  }

  async #choose(): Promise<Exercise | undefined> {
    const picks = exercises.map((exercise) => ({
      label: `$(${this.#isSolved(exercise.id) ? 'pass-filled' : 'circle-outline'}) ${textOf(exercise.title)}`,
      description: hostText('host.target', { release: exercise.release }),
      detail: textOf(exercise.goal),
      exercise,
    }));
    const pick = await vscode.window.showQuickPick(picks, { title: hostText('host.lab.pick') });
    return pick?.exercise;
  }

  #isSolved(id: string): boolean {
    return this.#parts.progress.has(`solved.${id}`);
  }

  #refresh({ id }: Exercise): void {
    this.#pages.refresh(id);
    this.#tree.refresh();
  }
}

/** The keys stay where they are: it is the files that one works on. */
async function showExercise({ id }: Exercise): Promise<void> {
  await showPage(exercisePageUri(id), { preserveFocus: true, preview: false });
}

function setOpen(): Thenable<unknown> {
  return vscode.commands.executeCommand('setContext', 'tlsBootstrap.labOpen', true);
}
