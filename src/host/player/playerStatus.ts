import * as vscode from 'vscode';
import { hostText, textOf } from '../texts';
import type { PlayerPlace } from './playerPanel';

/** The entry of the status bar that leads back to the player, wherever one has gone from there. */
export class PlayerStatus implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('tlsBootstrap.player', vscode.StatusBarAlignment.Right, 89);

  constructor() {
    this.#item.name = hostText('host.playerTitle');
    this.#item.command = 'tlsBootstrap.openPlayer';
  }

  /** Shows where the reader is; nothing while no player is open. */
  show(place: PlayerPlace | undefined): void {
    const step = place?.play.steps[place.step];
    if (!place || !step) {
      this.#item.hide();
      return;
    }
    const counts = { step: String(place.step + 1), steps: String(place.play.steps.length) };
    const title = hostText('host.playerTitleAt', counts);
    this.#item.text = `$(play-circle) ${title}`;
    this.#item.tooltip = `${textOf(place.play.title)}\n${textOf(step.sentence)}\n${hostText('host.playerReturn')}`;
    this.#item.accessibilityInformation = { label: `${title}. ${hostText('host.playerReturn')}`, role: 'button' };
    this.#item.show();
  }

  dispose(): void {
    this.#item.dispose();
  }
}
