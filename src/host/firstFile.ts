import * as vscode from 'vscode';
import { isWorthReading } from './worthReading';

/**
 * Calls `load` once, as soon as a document is open that may hold what this extension is about.
 * The returned disposable ends the watch before that.
 */
export function onFirstFileOfOurs(load: () => Promise<unknown>, log: vscode.LogOutputChannel): vscode.Disposable {
  const listeners: vscode.Disposable[] = [];
  const watch = vscode.Disposable.from({
    dispose: () => {
      for (const listener of listeners.splice(0)) listener.dispose();
    },
  });
  const look = (document: vscode.TextDocument): boolean => {
    if (!isWorthReading(document)) return false;
    watch.dispose();
    load().catch((error: unknown) => {
      log.error('The extension could not start.', error instanceof Error ? error : String(error));
    });
    return true;
  };
  if (vscode.workspace.textDocuments.some(look)) return watch;
  listeners.push(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => look(document)),
  );
  return watch;
}
