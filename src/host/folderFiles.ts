import * as vscode from 'vscode';
import { isDropInFolder, nameOf } from './folder';
import { MAX_CHARACTERS, mayConcernUs } from './worthReading';

const MAX_FILES = 300;
const MAX_BYTES = MAX_CHARACTERS;

/** Endings of names under which settings are written; a name without any dot is one as well (`/etc/default/kubelet`). */
const NAMES = /^[^.]+$|\.(?:ya?ml|json|env|conf|service|cfg|ini|properties|sh|default|tpl|tmpl|j2)$/i;

/** The texts of a folder's files as stored: read once, kept fresh by a watcher. What cannot be read is left out. */
export class FolderFiles implements vscode.Disposable {
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

  /** Returns the stored texts by address, only of files that may concern us. */
  async texts(): Promise<ReadonlyMap<string, string>> {
    const files = await (this.#files ??= this.#list());
    const texts = await Promise.all(files.map(async (file) => [file.toString(), await this.#text(file)] as const));
    return new Map(texts.flatMap(([file, text]) => (text === undefined ? [] : [[file, text] as const])));
  }

  /** Returns whether a file still holds the text that was read from it. */
  async isStored(file: vscode.Uri, text: string): Promise<boolean> {
    this.#texts.delete(file.toString());
    return (await this.#text(file)) === text;
  }

  dispose(): void {
    this.#watcher?.dispose();
    this.#changes.dispose();
  }

  #forget(file: vscode.Uri, listing: boolean): void {
    if (!NAMES.test(nameOf(file)) && !isDropInFolder(file.path)) return;
    this.#texts.delete(file.toString());
    if (listing) this.#files = undefined;
    this.#changes.fire();
  }

  async #text(file: vscode.Uri): Promise<string | undefined> {
    const key = file.toString();
    if (!this.#texts.has(key)) this.#texts.set(key, await this.#read(file));
    return this.#texts.get(key);
  }

  async #read(file: vscode.Uri): Promise<string | undefined> {
    try {
      const { size } = await vscode.workspace.fs.stat(file);
      if (size > MAX_BYTES) {
        this.#log.info(`${nameOf(file)} is left out: ${String(size)} bytes are too many for a file of settings.`);
        return undefined;
      }
      const text = await vscode.workspace.decode(await vscode.workspace.fs.readFile(file), { uri: file });
      return mayConcernUs(nameOf(file), text) ? text : undefined;
    } catch (error) {
      this.#log.info(`${nameOf(file)} is left out: ${reasonOf(error)}`);
      return undefined;
    }
  }

  async #list(): Promise<readonly vscode.Uri[]> {
    if (this.#folder.scheme === 'untitled') return [];
    const files = await this.#filesIn(this.#folder, true);
    if (files.length > MAX_FILES) {
      this.#log.info(
        `${nameOf(this.#folder)}: only the first ${String(MAX_FILES)} of ${String(files.length)} files are read.`,
      );
    }
    return files.slice(0, MAX_FILES);
  }

  async #filesIn(folder: vscode.Uri, withDropIns: boolean): Promise<readonly vscode.Uri[]> {
    const files: vscode.Uri[] = [];
    for (const [name, type] of await this.#entries(folder)) {
      const uri = vscode.Uri.joinPath(folder, name);
      if ((type & vscode.FileType.File) !== 0 && NAMES.test(name)) files.push(uri);
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

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
