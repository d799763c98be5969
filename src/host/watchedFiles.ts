import * as vscode from 'vscode';
import { isNamedLikeSettings } from './concern';
import { isDropInFolder } from './clusterPath';
import { onDidChangeClusterGroups } from './clusterSettings';
import { nameOf } from './folder';
import type { StoredFiles } from './storedFiles';

const MAX_FILES = 300;

/** Which files form a cluster. */
export interface ClusterListing {
  /** Returns the files as they are now, in the order of their addresses within each folder. */
  list(): Promise<readonly vscode.Uri[]>;
  /** Where files may come and go; undefined where none do. */
  readonly pattern: vscode.RelativePattern | undefined;
  /** Returns whether a file within the pattern belongs to the cluster. */
  holds(file: vscode.Uri): boolean;
}

export interface WatchedFilesParts {
  readonly name: string;
  readonly listing: ClusterListing;
  readonly log: vscode.LogOutputChannel;
  /** Returns the text of a file that may concern us; undefined for any other. */
  readonly read: (file: vscode.Uri, log: vscode.LogOutputChannel) => Promise<string | undefined>;
}

/** The texts of a cluster's files as stored: read once, kept fresh by a watcher. What cannot be read is left out. */
export class WatchedFiles implements StoredFiles {
  readonly #parts: WatchedFilesParts;
  readonly #texts = new Map<string, string | undefined>();
  readonly #watcher: vscode.FileSystemWatcher | undefined;
  readonly #changes = new vscode.EventEmitter<void>();
  readonly #regrouped: vscode.Disposable;
  #files: Promise<readonly vscode.Uri[]> | undefined;

  /** Fires when a file of the cluster was written, made or removed, by whomever. */
  readonly onDidChange = this.#changes.event;

  constructor(parts: WatchedFilesParts) {
    this.#parts = parts;
    this.#regrouped = onDidChangeClusterGroups(() => {
      this.#files = undefined;
      this.#changes.fire();
    });
    if (!parts.listing.pattern) return;
    this.#watcher = vscode.workspace.createFileSystemWatcher(parts.listing.pattern);
    this.#watcher.onDidCreate((uri) => {
      this.#forget(uri, true);
    });
    this.#watcher.onDidChange((uri) => {
      this.#forget(uri, false);
    });
    this.#watcher.onDidDelete((uri) => {
      this.#forget(uri, true);
    });
  }

  async texts(): Promise<ReadonlyMap<string, string>> {
    const files = await (this.#files ??= this.#list());
    const texts = await Promise.all(files.map(async (file) => [file.toString(), await this.#text(file)] as const));
    return new Map(texts.flatMap(([file, text]) => (text === undefined ? [] : [[file, text] as const])));
  }

  async isStored(file: vscode.Uri, text: string): Promise<boolean> {
    this.#texts.delete(file.toString());
    return (await this.#text(file)) === text;
  }

  dispose(): void {
    this.#watcher?.dispose();
    this.#regrouped.dispose();
    this.#changes.dispose();
  }

  /** A folder that comes or goes takes files along: of folders that are gone only the name is known. */
  #forget(file: vscode.Uri, listing: boolean): void {
    const mayBeFolder = listing && !nameOf(file).includes('.');
    if (!isNamedLikeSettings(nameOf(file)) && !isDropInFolder(file.path)) return;
    if (!mayBeFolder && !isDropInFolder(file.path) && !this.#parts.listing.holds(file)) return;
    this.#texts.delete(file.toString());
    if (listing) this.#files = undefined;
    this.#changes.fire();
  }

  async #text(file: vscode.Uri): Promise<string | undefined> {
    const key = file.toString();
    if (!this.#texts.has(key)) this.#texts.set(key, await this.#parts.read(file, this.#parts.log));
    return this.#texts.get(key);
  }

  async #list(): Promise<readonly vscode.Uri[]> {
    const { name, listing, log } = this.#parts;
    const files = await listing.list();
    if (files.length > MAX_FILES) {
      log.info(`${name}: only the first ${String(MAX_FILES)} of ${String(files.length)} files are read.`);
    }
    return files.slice(0, MAX_FILES);
  }
}
