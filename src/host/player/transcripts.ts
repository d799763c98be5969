import * as vscode from 'vscode';
import type { Play } from '../../core/flow/play';
import { transcriptOf } from '../../core/flow/play/transcript';
import { playerCatalogue } from '../texts';

const SCHEME = 'tls-bootstrap-transcript';

/** Transcripts of plays as documents that can be read, kept and heard. */
export class Transcripts implements vscode.Disposable {
  readonly #written = new Map<string, string>();
  readonly #changes = new vscode.EventEmitter<vscode.Uri>();
  readonly #registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: this.#changes.event,
    provideTextDocumentContent: ({ path }) => this.#written.get(path) ?? '',
  });

  /** Shows the transcript of a play as a Markdown document beside the player. */
  async show(play: Play): Promise<void> {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${play.scenario}.md` });
    this.#written.set(uri.path, transcriptOf(play, playerCatalogue()));
    this.#changes.fire(uri);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), vscode.ViewColumn.Beside);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changes.dispose();
  }
}
