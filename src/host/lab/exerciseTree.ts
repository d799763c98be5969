import * as vscode from 'vscode';
import type { Exercise } from '../../core/lab/exercise';
import { exercises } from '../../core/lab/exercises/index';
import type { Samples } from '../samples/sampleFileSystem';
import { hostText, onDidChangeTexts, textOf } from '../texts';
import { exerciseFolder } from './exerciseFiles';

/** What the tree shows of an exercise. */
export interface Standing {
  readonly solved: boolean;
  readonly current: boolean;
}

type Entry = Exercise | vscode.Uri;

/** The exercises in order, with the files of each below it. */
export class ExerciseTree implements vscode.TreeDataProvider<Entry>, vscode.Disposable {
  readonly #changes = new vscode.EventEmitter<undefined>();
  readonly #view: vscode.TreeView<Entry>;
  readonly #parts: readonly vscode.Disposable[];

  readonly onDidChangeTreeData = this.#changes.event;

  constructor(
    private readonly samples: Samples,
    private readonly standingOf: (exercise: string) => Standing,
  ) {
    this.#view = vscode.window.createTreeView('tlsBootstrap.lab', { treeDataProvider: this });
    this.#showProgress();
    this.#parts = [
      this.#view,
      onDidChangeTexts(() => {
        this.refresh();
      }),
    ];
  }

  refresh(): void {
    this.#changes.fire(undefined);
    this.#showProgress();
  }

  async getChildren(entry?: Entry): Promise<Entry[]> {
    if (entry === undefined) return [...exercises];
    if (entry instanceof vscode.Uri) return [];
    return [...(await this.samples.files(`lab/${entry.id}`))];
  }

  getTreeItem(entry: Entry): vscode.TreeItem {
    return entry instanceof vscode.Uri ? fileItem(entry) : this.#exerciseItem(entry);
  }

  dispose(): void {
    for (const part of this.#parts) part.dispose();
    this.#changes.dispose();
  }

  #showProgress(): void {
    const solved = exercises.filter(({ id }) => this.standingOf(id).solved).length;
    const counts = { solved: String(solved), count: String(exercises.length) };
    this.#view.description = hostText('host.lab.solvedCount', counts);
  }

  #exerciseItem({ id, title, goal }: Exercise): vscode.TreeItem {
    const { solved, current } = this.standingOf(id);
    const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const label = textOf(title);
    const standing = standingText(solved, current);
    const item = new vscode.TreeItem(label, current ? Expanded : Collapsed);
    // The tree keeps what is open for each id: the one the reader goes to opens by itself.
    item.id = `${id}${current ? ' (current)' : ''}`;
    item.contextValue = 'exercise';
    item.description = standing;
    item.tooltip = textOf(goal);
    item.iconPath = new vscode.ThemeIcon(solved ? 'pass-filled' : current ? 'circle-filled' : 'circle-outline');
    item.accessibilityInformation = { label: standing === '' ? label : `${label}, ${standing}` };
    return item;
  }
}

function standingText(solved: boolean, current: boolean): string {
  if (solved) return hostText('host.lab.solved');
  return current ? hostText('host.lab.current') : '';
}

function fileItem(file: vscode.Uri): vscode.TreeItem {
  const item = new vscode.TreeItem(file);
  item.label = pathInExercise(file);
  item.command = { command: 'vscode.open', title: hostText('host.lab.openFile'), arguments: [file] };
  return item;
}

function pathInExercise({ path }: vscode.Uri): string {
  return path.slice(exerciseFolder('').path.length).split('/').slice(1).join('/');
}
