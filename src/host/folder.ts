import * as vscode from 'vscode';
import { clusterPathOf } from './clusterPath';
import { SAMPLE_SCHEME } from './samples/sampleScheme';

/**
 * Returns the folder whose files form a cluster with this one: its own, and for a drop-in in `kubelet.service.d` the
 * folder of the unit. An unsaved document, and a file outside the folders that are open, stands alone and is its own
 * folder.
 */
export function clusterFolderOf(file: vscode.Uri): vscode.Uri {
  if (file.scheme === 'untitled') return file;
  const root = file.scheme === SAMPLE_SCHEME ? '/' : vscode.workspace.getWorkspaceFolder(file)?.uri.path;
  return root === undefined ? file : file.with({ path: clusterPathOf(file.path, root) });
}

/** Returns a file's path as findings carry it: below its cluster's folder, with forward slashes. */
export function pathInFolder(folder: vscode.Uri, file: vscode.Uri): string {
  if (folder.path === file.path) return file.path;
  return file.path.startsWith(folder.path) ? file.path.slice(folder.path.length).replace(/^\//, '') : file.path;
}

/** Returns the last part of an address: a file's or folder's name. */
export function nameOf(uri: vscode.Uri): string {
  return uri.path.split('/').findLast((part) => part !== '') ?? uri.path;
}
