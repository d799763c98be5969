import type * as vscode from 'vscode';

const KEY = 'lab';

interface Kept {
  /** Id of the exercise the reader is at. */
  readonly current?: string;
  /** How many hints were taken, by id of the exercise. */
  readonly hints?: Readonly<Record<string, number>>;
}

/** Returns whether an exercise was opened in this workspace. */
export function isInLab(memento: vscode.Memento): boolean {
  return new LabState(memento).current !== undefined;
}

/** Where a reader is in the lab, kept for the workspace as the files are. What was solved is kept with the progress. */
export class LabState {
  constructor(private readonly memento: vscode.Memento) {}

  /** Id of the exercise the reader is at; undefined while the lab is closed. */
  get current(): string | undefined {
    return this.#kept.current;
  }

  hintsTaken(exercise: string): number {
    return this.#kept.hints?.[exercise] ?? 0;
  }

  async goTo(exercise: string): Promise<void> {
    await this.memento.update(KEY, { ...this.#kept, current: exercise });
  }

  async setHints(exercise: string, count: number): Promise<void> {
    await this.memento.update(KEY, { ...this.#kept, hints: { ...this.#kept.hints, [exercise]: count } });
  }

  get #kept(): Kept {
    return this.memento.get<Kept>(KEY, {});
  }
}
