import * as vscode from 'vscode';
import type { Kubernetes } from '../core/kubernetes/kubernetes';
import { ClusterFolder } from './clusterFolder';
import type { ClusterFolders } from './clusterFolders';
import type { ClusterView } from './clusterView';
import type { Diagnostics } from './diagnostics';
import { onDidChangeClusterGroups } from './clusterSettings';
import { isNamedLikeSettings } from './concern';
import { clusterFolderOf, nameOf } from './folder';
import { ListedFiles } from './listedFiles';
import { SECTION } from './section';
import { listsOf, type FolderList } from './workspaceFiles';

export interface CheckParts {
  readonly kubernetes: Kubernetes;
  readonly folders: ClusterFolders;
  readonly diagnostics: Diagnostics;
  readonly log: vscode.LogOutputChannel;
}

/** The folders that the workspace check has looked at: their findings stay in sight, and true, without an open editor. */
export class CheckedFolders implements vscode.Disposable {
  readonly #parts: CheckParts;
  readonly #lists = new Map<string, FolderList>();
  readonly #waiting = new Set<string>();
  readonly #listeners: readonly vscode.Disposable[];
  #watcher: vscode.FileSystemWatcher | undefined;
  #isWorking = false;

  constructor(parts: CheckParts) {
    this.#parts = parts;
    this.#listeners = [
      parts.folders.onDidDrop(({ folder }) => {
        this.#again(folder.toString());
      }),
      onDidChangeClusterGroups(() => {
        this.#regroup();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SECTION)) for (const address of this.#lists.keys()) this.#again(address);
      }),
    ];
  }

  /** Judges a folder and shows its findings; undefined when it has no file that concerns us. */
  async check(list: FolderList): Promise<ClusterView | undefined> {
    const { folders, diagnostics, kubernetes, log } = this.#parts;
    const address = list.folder.toString();
    const folder =
      folders.at(list.folder) ?? new ClusterFolder(list.folder, kubernetes, new ListedFiles(list.files, log));
    const view = await folder.view();
    if (view.files.length === 0) {
      this.#forget(address);
      return undefined;
    }
    this.#lists.set(address, list);
    this.#watch();
    diagnostics.show(view);
    return view;
  }

  /** Takes away the findings of all folders but these, which no longer have files that concern us. */
  keepOnly(lists: readonly FolderList[]): void {
    const kept = new Set(lists.map(({ folder }) => folder.toString()));
    for (const address of [...this.#lists.keys()].filter((other) => !kept.has(other))) this.#forget(address);
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#watcher?.dispose();
    this.#lists.clear();
  }

  #forget(address: string): void {
    const list = this.#lists.get(address);
    this.#lists.delete(address);
    if (list && !this.#parts.folders.at(list.folder)) this.#parts.diagnostics.clear(list.folder);
  }

  /** The same files, but others of them belong together. */
  #regroup(): void {
    const lists = listsOf([...this.#lists.values()].flatMap(({ files }) => files));
    this.keepOnly(lists);
    for (const list of lists) {
      const address = list.folder.toString();
      this.#lists.set(address, list);
      this.#again(address);
    }
  }

  #watch(): void {
    if (this.#watcher) return;
    this.#watcher = vscode.workspace.createFileSystemWatcher('**/*');
    this.#watcher.onDidChange((file) => {
      this.#again(clusterFolderOf(file).toString());
    });
    this.#watcher.onDidCreate((file) => {
      this.#list(file);
    });
    this.#watcher.onDidDelete((file) => {
      this.#unlist(file);
    });
  }

  #list(file: vscode.Uri): void {
    const address = clusterFolderOf(file).toString();
    const list = this.#lists.get(address);
    if (!list || !isNamedLikeSettings(nameOf(file))) return;
    const others = list.files.filter((other) => other.toString() !== file.toString());
    this.#lists.set(address, { ...list, files: [...others, file] });
    this.#again(address);
  }

  /** A folder that is deleted takes along what is below it. */
  #unlist(gone: vscode.Uri): void {
    const isGone = (file: vscode.Uri) => `${file.toString()}/`.startsWith(`${gone.toString()}/`);
    for (const [address, list] of this.#lists) {
      if (!list.files.some(isGone)) continue;
      this.#lists.set(address, { ...list, files: list.files.filter((file) => !isGone(file)) });
      this.#again(address);
    }
  }

  #again(address: string): void {
    if (!this.#lists.has(address)) return;
    this.#waiting.add(address);
    if (!this.#isWorking) void this.#work();
  }

  async #work(): Promise<void> {
    this.#isWorking = true;
    for (const address of this.#waiting) {
      this.#waiting.delete(address);
      const list = this.#lists.get(address);
      try {
        if (list && !this.#parts.folders.at(list.folder)) await this.check(list);
      } catch (error) {
        this.#parts.log.error('A folder could not be checked.', error instanceof Error ? error : String(error));
      }
    }
    this.#isWorking = false;
  }
}
