import * as vscode from 'vscode';
import { entryOf } from '../core/overview/entryOf';
import type { ClusterView } from './clusterView';
import type { Diagnostics } from './diagnostics';
import type { FilePlays } from './filePlays';
import { SECTION } from './section';
import { settingsFor } from './settings';
import { hostText, textOf } from './texts';

/** Above the first line, so that no typing moves it. */
const TOP = new vscode.Range(0, 0, 0, 0);

class EntryLens extends vscode.CodeLens {
  constructor(
    readonly view: ClusterView,
    readonly file: vscode.Uri,
  ) {
    super(TOP);
  }
}

/**
 * Says above each file of a node in one sentence what becomes of the node, and plays its files on a click. Made of the view
 * whose findings are shown, and played only where the first line is in sight: typing costs nothing until findings change.
 */
export class CodeLenses implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #diagnostics: Diagnostics;
  readonly #plays: FilePlays;
  readonly #changes = new vscode.EventEmitter<void>();
  readonly #listeners: readonly vscode.Disposable[];

  readonly onDidChangeCodeLenses = this.#changes.event;

  constructor(diagnostics: Diagnostics, plays: FilePlays) {
    this.#diagnostics = diagnostics;
    this.#plays = plays;
    this.#listeners = [
      vscode.languages.registerCodeLensProvider({ scheme: '*' }, this),
      diagnostics.onDidPublish(() => {
        this.#changes.fire();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SECTION)) this.#changes.fire();
      }),
    ];
  }

  provideCodeLenses({ uri }: vscode.TextDocument): vscode.CodeLens[] {
    const view = this.#diagnostics.shownFor(uri);
    if (!view?.fileAt(uri) || !settingsFor(uri).codeLens || !isWhole(view)) return [];
    return [new EntryLens(view, uri)];
  }

  resolveCodeLens(lens: vscode.CodeLens): vscode.CodeLens {
    const played = lens instanceof EntryLens ? this.#plays.of(lens.view) : undefined;
    if (!(lens instanceof EntryLens) || !played) return lens;
    const title = `$(play) ${textOf(entryOf(played.timeline, played.play))}`;
    const tooltip = hostText('host.codeLens');
    lens.command = { title, tooltip, command: 'tlsBootstrap.playFiles', arguments: [lens.file] };
    return lens;
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#changes.dispose();
  }
}

/** What a template leaves open is a guess, and a guess is not worth a line above every file. */
function isWhole({ files, result }: ClusterView): boolean {
  return result.cluster.kubelets.length > 0 && files.every(({ parsed }) => parsed.notes.length === 0);
}
