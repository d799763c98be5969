import * as vscode from 'vscode';
import type { Engine } from '../engine';

/** Brings the player back, paused, after a restart of the editor. */
export function registerPlayerSerializer(load: () => Promise<Engine>): vscode.Disposable {
  return vscode.window.registerWebviewPanelSerializer('tlsBootstrap.player', {
    deserializeWebviewPanel: async (panel, state: unknown) => {
      (await load()).restorePlayer(panel, state);
    },
  });
}
