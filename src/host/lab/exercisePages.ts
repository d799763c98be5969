import * as vscode from 'vscode';
import { exerciseById } from '../../core/lab/exercises/index';
import { onDidChangeTexts } from '../texts';
import { exercisePage, type ExerciseState } from './exercisePage';

const EXERCISE_PAGE_SCHEME = 'tls-bootstrap-exercise';

/** Returns the address of an exercise's page inside the editor. */
export function exercisePageUri(exercise: string): vscode.Uri {
  return vscode.Uri.from({ scheme: EXERCISE_PAGE_SCHEME, path: `/${exercise}.md` });
}

/** Returns the id of the exercise whose page this is; undefined for any other address. */
export function exerciseOfPage({ scheme, path }: vscode.Uri): string | undefined {
  return scheme === EXERCISE_PAGE_SCHEME ? path.replace(/^\//, '').replace(/\.md$/, '') : undefined;
}

/** Serves the pages of the exercises, each written anew when something happened to its exercise. */
export class ExercisePages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #changes = new vscode.EventEmitter<vscode.Uri>();
  readonly #parts: readonly vscode.Disposable[];

  readonly onDidChange = this.#changes.event;

  constructor(private readonly stateOf: (exercise: string) => ExerciseState) {
    this.#parts = [
      vscode.workspace.registerTextDocumentContentProvider(EXERCISE_PAGE_SCHEME, this),
      onDidChangeTexts(() => {
        for (const { uri } of vscode.workspace.textDocuments) {
          if (uri.scheme === EXERCISE_PAGE_SCHEME) this.#changes.fire(uri);
        }
      }),
    ];
  }

  /** Lets the page of an exercise be read again. */
  refresh(exercise: string): void {
    this.#changes.fire(exercisePageUri(exercise));
  }

  provideTextDocumentContent(page: vscode.Uri): string {
    const exercise = exerciseById(exerciseOfPage(page) ?? '');
    return exercise ? exercisePage(exercise, this.stateOf(exercise.id)) : '';
  }

  dispose(): void {
    for (const part of this.#parts) part.dispose();
    this.#changes.dispose();
  }
}
