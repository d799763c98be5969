import * as vscode from 'vscode';
import type { Kubernetes } from '../core/kubernetes/kubernetes';
import { readFile } from '../core/documents/readFile';
import type { ParsedFile } from '../core/documents/document';
import { lint } from '../core/lint/lint';
import { SourceText } from '../core/text/sourceText';
import { ClusterView, type ClusterFile } from './clusterView';
import { clusterFolderOf, pathInFolder } from './folder';
import { settingsFor } from './settings';
import type { StoredFiles } from './storedFiles';
import { isWorthReading } from './worthReading';

/** The files of one folder as a cluster. Texts in open editors win over stored ones. */
export class ClusterFolder implements vscode.Disposable {
  readonly #kubernetes: Kubernetes;
  readonly #stored: StoredFiles;
  #parsed = new Map<string, ParsedFile>();
  #last: { readonly key: string; readonly view: ClusterView } | undefined;

  constructor(
    readonly folder: vscode.Uri,
    kubernetes: Kubernetes,
    stored: StoredFiles,
  ) {
    this.#kubernetes = kubernetes;
    this.#stored = stored;
  }

  /** Returns what the files mean now. Nothing is read or judged again that has not changed. */
  async view(): Promise<ClusterView> {
    const stored = await this.#stored.texts();
    // No waiting from here on: what is judged is what the editors show.
    return this.#judge(this.#files(stored));
  }

  /** Returns whether the files still hold the texts that a view was made of. */
  async isCurrent(view: ClusterView, paths: Iterable<string>): Promise<boolean> {
    for (const path of paths) {
      const file = view.file(path);
      if (!file || !(await this.#isCurrent(file))) return false;
    }
    return true;
  }

  dispose(): void {
    this.#stored.dispose();
  }

  async #isCurrent(file: ClusterFile): Promise<boolean> {
    const document = openDocument(file.uri);
    if (document) return document.version === file.version;
    return file.version === undefined && this.#stored.isStored(file.uri, file.parsed.source.text);
  }

  #files(stored: ReadonlyMap<string, string>): readonly ClusterFile[] {
    const texts = new Map<string, { uri: vscode.Uri; text: string; version: number | undefined }>();
    for (const [address, text] of stored) {
      texts.set(address, { uri: vscode.Uri.parse(address, true), text, version: undefined });
    }
    const folder = this.folder.toString();
    for (const document of vscode.workspace.textDocuments) {
      const address = document.uri.toString();
      if (clusterFolderOf(document.uri).toString() !== folder) continue;
      if (!isWorthReading(document)) texts.delete(address);
      else texts.set(address, { uri: document.uri, text: document.getText(), version: document.version });
    }
    const files = [...texts.values()].map(({ uri, text, version }) => ({
      uri,
      version,
      parsed: this.#parse(uri, text),
    }));
    this.#parsed = new Map(files.map(({ parsed }) => [parsed.source.path, parsed]));
    return files.filter(({ parsed }) => parsed.kind !== undefined);
  }

  #parse(uri: vscode.Uri, text: string): ParsedFile {
    const path = pathInFolder(this.folder, uri);
    const known = this.#parsed.get(path);
    return known?.source.text === text ? known : readFile(new SourceText(path, text));
  }

  #judge(files: readonly ClusterFile[]): ClusterView {
    const { target, severities } = settingsFor(this.folder);
    const key = JSON.stringify([target, severities]);
    const last = this.#last;
    if (last?.key === key && sameFiles(last.view.files, files)) return last.view;
    const options = { kubernetes: this.#kubernetes, target, severities, now: Date.now() };
    const result = lint(
      files.map(({ parsed }) => parsed),
      options,
    );
    const view = new ClusterView(this.folder, options, result, files);
    this.#last = { key, view };
    return view;
  }
}

function sameFiles(a: readonly ClusterFile[], b: readonly ClusterFile[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((file, index) => file.parsed === b[index]?.parsed && file.version === b[index].version);
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const address = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === address);
}
