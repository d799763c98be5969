import * as vscode from 'vscode';
import { contradictionMessage } from '../../core/overview/messages';
import { overviewOf } from '../../core/overview/overviewOf';
import { summaryOf } from '../../core/overview/summaryOf';
import type { ClusterView } from '../clusterView';
import type { Diagnostics } from '../diagnostics';
import type { FilePlays } from '../filePlays';
import { hostText, textOf } from '../texts';

/** Milliseconds of quiet after findings are shown: a play takes one to ten, and nobody reads it while typing. */
const QUIET = 500;

/** Says in the status bar, in a few words, how a play of the files beside the active editor ends. */
export class SummaryStatus implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('tlsBootstrap.summary', vscode.StatusBarAlignment.Right, 89);
  readonly #parts: readonly vscode.Disposable[];
  readonly #plays: FilePlays;
  #timer: unknown;

  constructor(diagnostics: Diagnostics, plays: FilePlays) {
    this.#plays = plays;
    this.#item.name = hostText('host.summaryName');
    this.#item.command = 'tlsBootstrap.playFiles';
    const shown = () => {
      const active = vscode.window.activeTextEditor?.document.uri;
      const view = active && diagnostics.shownFor(active);
      return active && view?.fileAt(active) ? view : undefined;
    };
    const later = () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        this.#render(shown());
      }, QUIET);
    };
    this.#parts = [diagnostics.onDidPublish(later), vscode.window.onDidChangeActiveTextEditor(later)];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const part of this.#parts) part.dispose();
    this.#item.dispose();
  }

  #render(view: ClusterView | undefined): void {
    const played = view && this.#plays.of(view);
    if (!played) {
      this.#item.hide();
      return;
    }
    const { timeline, play } = played;
    const parts = summaryOf(timeline).map(textOf).join(' · ');
    const text = hostText('host.summary', { parts });
    const contradictions = overviewOf(view.result, view.options).contradictions.map(contradictionMessage);
    const why = [play.outcome.sentence, ...contradictions, ...play.assumptions].map(textOf);
    this.#item.text = contradictions.length > 0 ? `$(warning) ${text}` : text;
    this.#item.tooltip = why.join('\n');
    this.#item.accessibilityInformation = { label: [text, ...why].join('. ') };
    this.#item.show();
  }
}
