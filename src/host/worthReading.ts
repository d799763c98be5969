import * as vscode from 'vscode';
import { nameOf } from './folder';

/** Texts beyond this many characters are left alone: no file that configures a node comes near it. */
export const MAX_CHARACTERS = 2_000_000;

/** Languages in which units, EnvironmentFiles and manifests are opened, with and without other extensions. */
const LANGUAGES = /yaml|json|plaintext|properties|ini|shell|systemd|env|conf|helm|jinja|ansible|compose|kubernetes/;

/** A word that every file which concerns us has somewhere: a program, its variable, or an API group. */
const WORDS = /kubelet|kube[-_](?:controller|api)|(?:rbac\.authorization|kubeadm|certificates)\.k8s\.io/i;

/** Returns whether a file may concern us at all. Costs one pass over the text; the file kinds decide afterwards. */
export function mayConcernUs(name: string, text: string): boolean {
  return text.length <= MAX_CHARACTERS && (WORDS.test(name) || WORDS.test(text)) && !text.includes('\0');
}

/** Returns whether an open document is where settings are written, and may concern us at all. */
export function isWorthReading(document: vscode.TextDocument): boolean {
  return (
    LANGUAGES.test(document.languageId) &&
    isWritten(document.uri) &&
    mayConcernUs(nameOf(document.uri), document.getText())
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
