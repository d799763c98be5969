import type * as vscode from 'vscode';

/** An action with the files that it changes, by which it is dropped when one of them has changed meanwhile. */
export interface OfferedAction {
  readonly action: vscode.CodeAction;
  readonly changes: ReadonlySet<string>;
}
