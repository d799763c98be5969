import * as vscode from 'vscode';
import type { Engine } from './engine';

/** Lets links of the editor's own scheme lead to a step of a built-in scenario. */
export function registerUriHandler(load: () => Promise<Engine>, log: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.window.registerUriHandler({
    handleUri: async (uri) => {
      try {
        await (await load()).openLink(uri);
      } catch (error) {
        log.error('The link could not be opened.', error instanceof Error ? error : String(error));
      }
    },
  });
}
