import * as vscode from 'vscode';
import { isDropInFolder } from './clusterPath';
import { isNamedLikeSettings } from './concern';
import { nameOf } from './folder';
import type { StoredFiles } from './storedFiles';
import { reasonOf, storedText } from './storedText';

const MAX_FILES = 300;

/** The texts of a folder's files as stored: read once, kept fresh by a watcher. What cannot be read is left out. */
export class FolderFiles implements StoredFiles {
  readonly #folder: vscode.Uri;
  readonly #log: vscode.LogOutputChannel;
  readonly #texts = new Map<string, string | undefined>();
  readonly #watcher: vscode.FileSystemWatcher | undefined;
  readonly #changes = new vscode.EventEmitter<void>();
  #files: Promise<readonly vscode.Uri[]> | undefined;

  /** Fires when a file of the folder was written, made or removed, by whomever. */
  readonly onDidChange = this.#changes.event;

  constructor(folder: vscode.Uri, log: vscode.LogOutputChannel) {
    this.#folder = folder;
    this.#log = log;
    if (folder.scheme === 'untitled') return;
    this.#watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '{*,*.d/*}'));
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
    this.#changes.dispose();
  }

  #forget(file: vscode.Uri, listing: boolean): void {
    if (!isNamedLikeSettings(nameOf(file)) && !isDropInFolder(file.path)) return;
    this.#texts.delete(file.toString());
    if (listing) this.#files = undefined;
    this.#changes.fire();
  }

  async #text(file: vscode.Uri): Promise<string | undefined> {
    const key = file.toString();
    if (!this.#texts.has(key)) this.#texts.set(key, await storedText(file, this.#log));
    return this.#texts.get(key);
  }

  async #list(): Promise<readonly vscode.Uri[]> {
    if (this.#folder.scheme === 'untitled') return [];
    if (await this.#isFile()) return [this.#folder];
    const files = await this.#filesIn(this.#folder, true);
    if (files.length > MAX_FILES) {
      this.#log.info(
        `${nameOf(this.#folder)}: only the first ${String(MAX_FILES)} of ${String(files.length)} files are read.`,
      );
    }
    return files.slice(0, MAX_FILES);
  }

  /** A file outside the opened folders stands alone. */
  async #isFile(): Promise<boolean> {
    try {
      const { type } = await vscode.workspace.fs.stat(this.#folder);
      return (type & vscode.FileType.Directory) === 0;
    } catch {
      return false;
    }
  }

  async #filesIn(folder: vscode.Uri, withDropIns: boolean): Promise<readonly vscode.Uri[]> {
    const files: vscode.Uri[] = [];
    for (const [name, type] of await this.#entries(folder)) {
      const uri = vscode.Uri.joinPath(folder, name);
      if ((type & vscode.FileType.File) !== 0 && isNamedLikeSettings(name)) files.push(uri);
      const dropIns = (type & vscode.FileType.Directory) !== 0 && withDropIns && isDropInFolder(name);
      if (dropIns) files.push(...(await this.#filesIn(uri, false)));
    }
    return files;
  }

  async #entries(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
    try {
      const entries = await vscode.workspace.fs.readDirectory(folder);
      return entries.sort(([a], [b]) => (a < b ? -1 : 1));
    } catch (error) {
      this.#log.info(`${nameOf(folder)} cannot be listed: ${reasonOf(error)}`);
      return [];
    }
  }
}
