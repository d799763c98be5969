import * as vscode from 'vscode';
import { readFile } from '../core/documents/readFile';
import type { Kubernetes } from '../core/kubernetes/kubernetes';
import { SourceText } from '../core/text/sourceText';
import { ClusterFolder } from './clusterFolder';
import { clusterNameOf, onDidChangeClusterGroups } from './clusterSettings';
import { clusterFolderOf, nameOf, pathInFolder } from './folder';
import { FolderListing } from './folderListing';
import { NamedListing } from './namedListing';
import { SECTION } from './section';
import { storedText } from './storedText';
import { onDidChangeTexts } from './texts';
import { WatchedFiles } from './watchedFiles';
import { isWorthReading } from './worthReading';

/** Why a folder's files may mean something else now. */
export type ChangeCause = 'opened' | 'typed' | 'saved' | 'stored' | 'closed' | 'settings';

export interface FolderChange {
  readonly folder: ClusterFolder;
  readonly cause: ChangeCause;
}

/** Somebody's interest in a folder: it is watched until all who hold it let go. */
export interface Hold {
  readonly folder: ClusterFolder;
  dispose(): void;
}

interface Held {
  readonly folder: ClusterFolder;
  readonly watch: vscode.Disposable;
  holders: number;
}

/** The folders in use: those with an open file that concerns us, and the one the player plays. */
export class ClusterFolders implements vscode.Disposable {
  readonly #kubernetes: Kubernetes;
  readonly #log: vscode.LogOutputChannel;
  readonly #held = new Map<string, Held>();
  readonly #documents = new Map<string, Hold>();
  readonly #changes = new vscode.EventEmitter<FolderChange>();
  readonly #dropped = new vscode.EventEmitter<ClusterFolder>();
  readonly #listeners: readonly vscode.Disposable[];

  readonly onDidChange = this.#changes.event;
  /** Fires when nobody is interested in a folder any more. */
  readonly onDidDrop = this.#dropped.event;

  constructor(kubernetes: Kubernetes, log: vscode.LogOutputChannel) {
    this.#kubernetes = kubernetes;
    this.#log = log;
    const { workspace } = vscode;
    this.#listeners = [
      workspace.onDidOpenTextDocument((document) => {
        this.#look(document, 'opened');
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#look(document, 'typed');
      }),
      workspace.onDidSaveTextDocument((document) => {
        this.#look(document, 'saved');
      }),
      workspace.onDidCloseTextDocument((document) => {
        this.#close(document);
      }),
      workspace.onDidChangeWorkspaceFolders(() => {
        this.#regroup();
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SECTION)) this.#judgeAgain();
      }),
      onDidChangeClusterGroups(() => {
        this.#regroup();
      }),
      onDidChangeTexts(() => {
        this.#judgeAgain();
      }),
    ];
  }

  #judgeAgain(): void {
    for (const { folder } of this.#held.values()) this.#changes.fire({ folder, cause: 'settings' });
  }

  /** Looks at the documents that are open already. To be called once the listeners are in place. */
  start(): void {
    for (const document of vscode.workspace.textDocuments) this.#look(document, 'opened');
  }

  /** Returns the folder in use that a file belongs to; undefined when none is. */
  of(file: vscode.Uri): ClusterFolder | undefined {
    return this.at(clusterFolderOf(file));
  }

  /** Returns all folders in use. */
  all(): readonly ClusterFolder[] {
    return [...this.#held.values()].map(({ folder }) => folder);
  }

  /** Returns a folder in use by its own address; undefined when it is not in use. */
  at(folder: vscode.Uri): ClusterFolder | undefined {
    return this.#held.get(folder.toString())?.folder;
  }

  /** Takes a folder into use until the hold is disposed. */
  hold(folder: vscode.Uri): Hold {
    const address = folder.toString();
    const held = this.#held.get(address) ?? this.#take(folder);
    held.holders += 1;
    let released = false;
    return {
      folder: held.folder,
      dispose: () => {
        if (released) return;
        released = true;
        held.holders -= 1;
        if (held.holders === 0) this.#drop(address, held);
      },
    };
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    for (const [address, held] of [...this.#held]) this.#drop(address, held);
  }

  #take(uri: vscode.Uri): Held {
    const isNamed = clusterNameOf(uri) !== undefined;
    const listing = isNamed ? new NamedListing(uri) : new FolderListing(uri, this.#log);
    const stored = new WatchedFiles({ name: nameOf(uri), listing, log: this.#log, read: storedText });
    const folder = new ClusterFolder(uri, this.#kubernetes, stored);
    const watch = stored.onDidChange(() => {
      this.#changes.fire({ folder, cause: 'stored' });
    });
    const held = { folder, watch, holders: 0 };
    this.#held.set(uri.toString(), held);
    return held;
  }

  #drop(address: string, { folder, watch }: Held): void {
    this.#held.delete(address);
    watch.dispose();
    folder.dispose();
    this.#dropped.fire(folder);
  }

  /** Which files belong together depends on settings and on the folders that are open. */
  #regroup(): void {
    const holds = [...this.#documents.values()];
    this.#documents.clear();
    this.start();
    for (const hold of holds) hold.dispose();
  }

  #look(document: vscode.TextDocument, cause: ChangeCause): void {
    const address = document.uri.toString();
    if (!this.#documents.has(address) && concernsUs(document)) {
      this.#documents.set(address, this.hold(clusterFolderOf(document.uri)));
    }
    const folder = this.of(document.uri);
    if (folder && (this.#documents.has(address) || isWorthReading(document))) this.#changes.fire({ folder, cause });
  }

  #close(document: vscode.TextDocument): void {
    const address = document.uri.toString();
    const hold = this.#documents.get(address);
    this.#documents.delete(address);
    hold?.dispose();
    const folder = this.of(document.uri);
    if (folder) this.#changes.fire({ folder, cause: 'closed' });
  }
}

function concernsUs(document: vscode.TextDocument): boolean {
  if (!isWorthReading(document)) return false;
  const path = pathInFolder(clusterFolderOf(document.uri), document.uri);
  return readFile(new SourceText(path, document.getText())).kind !== undefined;
}
