import * as vscode from 'vscode';
import type { ClusterFolder } from './clusterFolder';
import type { ClusterFolders, FolderChange } from './clusterFolders';
import type { ClusterView } from './clusterView';
import { diagnosticsOf } from './diagnosticOf';
import { clusterFolderOf, isSame } from './folder';
import { settingsFor, type Settings } from './settings';

/** The findings published for one folder. */
interface Published {
  readonly view: ClusterView;
  readonly files: readonly vscode.Uri[];
}

/** Shows the findings of all folders in use, and keeps them true while people type, save and change settings. */
export class Diagnostics implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('tlsBootstrap');
  readonly #folders: ClusterFolders;
  readonly #log: vscode.LogOutputChannel;
  readonly #published = new Map<string, Published>();
  readonly #timers = new Map<string, unknown>();
  readonly #generations = new Map<string, number>();
  readonly #publications = new vscode.EventEmitter<ClusterView>();
  readonly #listeners: readonly vscode.Disposable[];
  #faults = new Set<string>();

  /** Fires with each view whose findings have just been shown. */
  readonly onDidPublish = this.#publications.event;

  constructor(folders: ClusterFolders, log: vscode.LogOutputChannel) {
    this.#folders = folders;
    this.#log = log;
    this.#listeners = [
      folders.onDidChange((change) => {
        this.#react(change);
      }),
      folders.onDidDrop(({ folder }) => {
        this.clear(folder);
      }),
    ];
  }

  /** Returns the view whose findings are shown for the folder of a file; undefined when none are. */
  shownFor(file: vscode.Uri): ClusterView | undefined {
    const folder = this.#folders.of(file);
    return folder && this.#published.get(folder.folder.toString())?.view;
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#collection.dispose();
    this.#publications.dispose();
  }

  #react({ folder, cause }: FolderChange): void {
    const settings = settingsFor(folder.folder);
    if (settings.run === 'off') this.clear(folder.folder);
    else if (cause !== 'typed') this.#schedule(folder, 0);
    else if (settings.run === 'onType') this.#schedule(folder, this.#delay(folder, settings));
  }

  /** The first look at a folder need not wait for the typing to end. */
  #delay(folder: ClusterFolder, { debounce }: Settings): number {
    return this.#published.has(folder.folder.toString()) ? debounce : 0;
  }

  #schedule(folder: ClusterFolder, delay: number): void {
    const address = folder.folder.toString();
    clearTimeout(this.#timers.get(address));
    const generation = (this.#generations.get(address) ?? 0) + 1;
    this.#generations.set(address, generation);
    const timer = setTimeout(() => {
      this.#timers.delete(address);
      this.#publish(folder, generation).catch((error: unknown) => {
        this.#log.error('Findings could not be shown.', error instanceof Error ? error : String(error));
      });
    }, delay);
    this.#timers.set(address, timer);
  }

  async #publish(folder: ClusterFolder, generation: number): Promise<void> {
    const address = folder.folder.toString();
    const view = await folder.view();
    const isStale = this.#generations.get(address) !== generation;
    if (isStale) return;
    this.show(view);
  }

  /** Shows the findings of a view in place of those shown for its folder before. */
  show(view: ClusterView): void {
    const address = view.folder.toString();
    const shown = diagnosticsOf(view);
    const before = this.#published.get(address)?.files ?? [];
    const gone = before.filter((uri) => !shown.some(([other]) => isSame(other, uri)) && !this.#isOthers(uri, address));
    this.#collection.set([...gone.map((uri) => [uri, undefined] as [vscode.Uri, undefined]), ...shown]);
    this.#published.set(address, { view, files: shown.map(([uri]) => uri) });
    this.#logFaults(view);
    this.#publications.fire(view);
  }

  /** Takes away what is shown for a folder, and what is about to be. */
  clear(folder: vscode.Uri): void {
    const address = folder.toString();
    clearTimeout(this.#timers.get(address));
    this.#timers.delete(address);
    this.#generations.set(address, (this.#generations.get(address) ?? 0) + 1);
    const files = this.#published.get(address)?.files ?? [];
    for (const uri of files.filter((file) => !this.#isOthers(file, address))) this.#collection.delete(uri);
    this.#published.delete(address);
  }

  /** A file may have gone over to another cluster, which shows what it finds there. */
  #isOthers(file: vscode.Uri, address: string): boolean {
    const own = clusterFolderOf(file).toString();
    return own !== address && this.#published.get(own)?.files.some((other) => isSame(other, file)) === true;
  }

  /** Each fault is logged once, not with every letter typed. */
  #logFaults(view: ClusterView): void {
    const faults = new Set<string>();
    for (const { rule, path, error } of view.result.faults) {
      const fault = `${rule} failed${path === undefined ? '' : ` on ${path}`}: ${String(error)}`;
      faults.add(fault);
      if (!this.#faults.has(fault)) this.#log.error(fault, error instanceof Error ? (error.stack ?? '') : '');
    }
    this.#faults = faults;
  }
}
