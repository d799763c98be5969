import * as vscode from 'vscode';
import { clusterPathOf } from './clusterPath';
import { clusterNameOf, namedClusterOf } from './clusterSettings';
import { isNamedLikeSettings } from './concern';
import { SAMPLE_SCHEME } from './samples/sampleScheme';

/**
 * Returns the address of the cluster that a file belongs to. It is what settings say; else the folder above a tree that is laid
 * out like a machine; else the file's own folder, and for a drop-in in `kubelet.service.d` the folder of the unit. An unsaved
 * document, and a file outside the folders that are open, stands alone and is its own folder.
 */
export function clusterFolderOf(file: vscode.Uri): vscode.Uri {
  if (file.scheme === 'untitled') return file;
  const named = namedClusterOf(file);
  if (named) return named;
  const root = file.scheme === SAMPLE_SCHEME ? '/' : vscode.workspace.getWorkspaceFolder(file)?.uri.path;
  return root === undefined ? file : file.with({ path: clusterPathOf(file.path, root) });
}

/** Returns the cluster that all files directly in a folder belong to; the folder itself when it holds several, or none. */
export async function clusterOfFolder(folder: vscode.Uri): Promise<vscode.Uri> {
  const entries = await entriesOf(folder);
  const files = entries.filter(([name, type]) => (type & vscode.FileType.File) !== 0 && isNamedLikeSettings(name));
  const clusters = files.map(([name]) => clusterFolderOf(vscode.Uri.joinPath(folder, name)));
  const [first] = clusters;
  if (!first || first.path.startsWith(`${folder.path}/`)) return folder;
  return clusters.every((other) => isSame(other, first)) ? first : folder;
}

/** None of a folder that cannot be listed: what reads it next says why. */
async function entriesOf(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

/** Returns a file's path as findings carry it: below its cluster's folder, with forward slashes. */
export function pathInFolder(folder: vscode.Uri, file: vscode.Uri): string {
  if (folder.path === file.path) return file.path;
  return file.path.startsWith(folder.path) ? file.path.slice(folder.path.length).replace(/^\//, '') : file.path;
}

/** Returns the name of a cluster, a folder or a file: for the last two the last part of the address. */
export function nameOf(uri: vscode.Uri): string {
  return clusterNameOf(uri) ?? uri.path.split('/').findLast((part) => part !== '') ?? uri.path;
}

/** Returns whether two addresses are the same. */
export function isSame(one: vscode.Uri, other: vscode.Uri): boolean {
  return one.toString() === other.toString();
}
