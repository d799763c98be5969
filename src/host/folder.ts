import * as vscode from 'vscode';

/**
 * Returns the folder whose files form a cluster with this one: its own, and for a drop-in in `kubelet.service.d` the
 * folder of the unit. An unsaved document stands alone and is its own folder.
 */
export function clusterFolderOf(file: vscode.Uri): vscode.Uri {
  if (file.scheme === 'untitled') return file;
  const folder = vscode.Uri.joinPath(file, '..');
  return isDropInFolder(folder.path) ? vscode.Uri.joinPath(folder, '..') : folder;
}

/** Returns whether a folder holds systemd drop-ins of a unit beside it. */
export function isDropInFolder(path: string): boolean {
  return /\.d\/?$/.test(path);
}

/** Returns a file's path as findings carry it: below its cluster's folder, with forward slashes. */
export function pathInFolder(folder: vscode.Uri, file: vscode.Uri): string {
  if (file.scheme === 'untitled') return file.path;
  return file.path.startsWith(folder.path) ? file.path.slice(folder.path.length).replace(/^\//, '') : file.path;
}

/** Returns the last part of an address: a file's or folder's name. */
export function nameOf(uri: vscode.Uri): string {
  return uri.path.split('/').findLast((part) => part !== '') ?? uri.path;
}
