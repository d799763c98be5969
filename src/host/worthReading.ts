import * as vscode from 'vscode';
import { mayConcernUs } from './concern';

/** Languages in which units, EnvironmentFiles and manifests are opened, with and without other extensions. */
const LANGUAGES = /yaml|json|plaintext|csv|properties|ini|shell|systemd|env|conf|helm|jinja|ansible|compose|kubernetes/;

/** Returns whether an open document is where settings are written, and may concern us at all. */
export function isWorthReading(document: vscode.TextDocument): boolean {
  return (
    LANGUAGES.test(document.languageId) &&
    isWritten(document.uri) &&
    mayConcernUs(document.uri.path, document.getText())
  );
}

/** Leaves out what only looks like a file: the old side of a comparison, output, our own pages. */
function isWritten(uri: vscode.Uri): boolean {
  if (uri.scheme === 'untitled') return true;
  return (
    vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true ||
    vscode.workspace.getWorkspaceFolder(uri) !== undefined
  );
}
