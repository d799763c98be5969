import * as vscode from 'vscode';
import { SAMPLE_SCHEME } from './sampleScheme';
import { SampleTexts } from './sampleTexts';

/** The sample clusters as a file system of their own, so that they open in restricted, virtual and web windows too. */
export interface Samples {
  /** Returns the files of a sample in alphabetical order; none when there is no such sample. */
  files(sample: string): Promise<readonly vscode.Uri[]>;
  /** Returns whether somebody has edited and saved a file of the sample. */
  isEdited(sample: string): Promise<boolean>;
  /** Gives all files of a sample their first text again, on disk and in open editors. */
  startOver(sample: string): Promise<void>;
  dispose(): void;
}

/** Registers the file system. What is saved into it is kept for the workspace. */
export function registerSamples(context: vscode.ExtensionContext): Samples {
  const texts = new SampleTexts(context.extensionUri, context.workspaceState);
  const fileSystem = new SampleFileSystem(texts);
  const registration = vscode.workspace.registerFileSystemProvider(SAMPLE_SCHEME, fileSystem, {
    isCaseSensitive: true,
  });
  const uriOf = (path: string) => vscode.Uri.from({ scheme: SAMPLE_SCHEME, path });
  const pathsOf = async (sample: string) => (await texts.paths()).filter((path) => path.startsWith(`/${sample}/`));
  return {
    files: async (sample) => (await pathsOf(sample)).map(uriOf),
    isEdited: async (sample) => (await pathsOf(sample)).some((path) => texts.isEdited(path)),
    startOver: async (sample) => {
      for (const path of await pathsOf(sample)) await fileSystem.restore(uriOf(path));
    },
    dispose: () => {
      registration.dispose();
    },
  };
}

class SampleFileSystem implements vscode.FileSystemProvider {
  readonly #texts: SampleTexts;
  readonly #changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #written = new Map<string, number>();

  readonly onDidChangeFile = this.#changes.event;

  constructor(texts: SampleTexts) {
    this.#texts = texts;
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const text = await this.#texts.read(uri.path);
    const mtime = this.#written.get(uri.path) ?? 0;
    if (text !== undefined) return { type: vscode.FileType.File, ctime: 0, mtime, size: (await encoded(text)).length };
    if ((await this.readDirectory(uri)).length > 0)
      return { type: vscode.FileType.Directory, ctime: 0, mtime, size: 0 };
    throw vscode.FileSystemError.FileNotFound(uri);
  }

  async readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
    const folder = uri.path.endsWith('/') ? uri.path : `${uri.path}/`;
    const entries = new Map<string, vscode.FileType>();
    for (const path of await this.#texts.paths()) {
      if (!path.startsWith(folder)) continue;
      const [name = '', ...below] = path.slice(folder.length).split('/');
      entries.set(name, below.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
    }
    return [...entries];
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const text = await this.#texts.read(uri.path);
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return encoded(text);
  }

  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    const isNew = (await this.#texts.read(uri.path)) === undefined;
    const text = await vscode.workspace.decode(content, { encoding: 'utf8' });
    if (!(await this.#texts.mayBeWritten(uri.path)) || !(await this.#texts.write(uri.path, text))) {
      throw vscode.FileSystemError.NoPermissions(uri);
    }
    this.#changed(uri, isNew ? vscode.FileChangeType.Created : vscode.FileChangeType.Changed);
  }

  /** Gives a file its first text again; an editor that shows it follows, even with unsaved changes in it. */
  async restore(uri: vscode.Uri): Promise<void> {
    const original = await this.#texts.original(uri.path);
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    if (open?.isDirty === true && original !== undefined) {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(uri, new vscode.Range(0, 0, open.lineCount, 0), original);
      await vscode.workspace.applyEdit(edit);
      await open.save();
    }
    await this.#texts.forget(uri.path);
    this.#changed(uri, original === undefined ? vscode.FileChangeType.Deleted : vscode.FileChangeType.Changed);
  }

  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  /** Only what a reader has added can be taken away. */
  async delete(uri: vscode.Uri): Promise<void> {
    if (!this.#texts.isEdited(uri.path) || (await this.#texts.original(uri.path)) !== undefined) {
      throw vscode.FileSystemError.NoPermissions(uri);
    }
    await this.#texts.forget(uri.path);
    this.#changed(uri, vscode.FileChangeType.Deleted);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  #changed(uri: vscode.Uri, type: vscode.FileChangeType): void {
    this.#written.set(uri.path, Math.max(Date.now(), (this.#written.get(uri.path) ?? 0) + 1));
    this.#changes.fire([{ type, uri }]);
  }
}

function encoded(text: string): Thenable<Uint8Array> {
  return vscode.workspace.encode(text, { encoding: 'utf8' });
}
