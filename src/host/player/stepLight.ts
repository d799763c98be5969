import * as vscode from 'vscode';
import { editorRange } from '../places';
import type { EvidencePlace } from './revealEvidence';

/** Lights the lines that made the current step happen, in whatever editors show them. It opens nothing. */
export class StepLight implements vscode.Disposable {
  readonly #look = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new vscode.ThemeColor('editor.wordHighlightStrongBackground'),
    borderColor: new vscode.ThemeColor('charts.blue'),
    borderStyle: 'solid',
    borderWidth: '0 0 0 3px',
    overviewRulerColor: new vscode.ThemeColor('charts.blue'),
    overviewRulerLane: vscode.OverviewRulerLane.Full,
    after: { color: new vscode.ThemeColor('editorCodeLens.foreground'), margin: '0 0 0 2em' },
  });
  readonly #listener = vscode.window.onDidChangeVisibleTextEditors((editors) => {
    this.#light(editors);
  });
  #places: readonly EvidencePlace[] = [];
  #words = '';

  /** Lights these lines instead of those before; `words` stand at the end of each. */
  show(places: readonly EvidencePlace[], words: string): void {
    this.#places = places;
    this.#words = words;
    this.#light(vscode.window.visibleTextEditors);
  }

  dispose(): void {
    this.#listener.dispose();
    this.#look.dispose();
  }

  #light(editors: readonly vscode.TextEditor[]): void {
    for (const editor of editors) {
      const address = editor.document.uri.toString();
      const own = this.#places.filter(({ uri }) => uri.toString() === address);
      editor.setDecorations(
        this.#look,
        linesOf(own).map((range) => ({ range, renderOptions: { after: { contentText: this.#words } } })),
      );
    }
  }
}

/** One stretch for each line that something begins on: two settings may share one. */
function linesOf(places: readonly EvidencePlace[]): readonly vscode.Range[] {
  const starts = places.map(({ source, range }) => editorRange(source, range).start.line);
  return [...new Set(starts)].map((line) => new vscode.Range(line, 0, line, 0));
}
