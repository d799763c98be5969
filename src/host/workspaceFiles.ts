import * as vscode from 'vscode';
import { isNamedLikeSettings } from './concern';
import { clusterFolderOf, nameOf } from './folder';

/** The files of the workspace that may form one cluster. */
export interface FolderList {
  readonly folder: vscode.Uri;
  readonly files: readonly vscode.Uri[];
}

/**
 * Returns all folders of the workspace with files whose names are those of settings, in the order of their addresses.
 * What `files.exclude` and `search.exclude` name is left out.
 */
export async function filesOfWorkspace(token: vscode.CancellationToken): Promise<readonly FolderList[]> {
  const roots = vscode.workspace.workspaceFolders ?? [];
  const found = await Promise.all(
    roots.map(({ uri }) =>
      vscode.workspace.findFiles(new vscode.RelativePattern(uri, '**/*'), excludedIn(uri), undefined, token),
    ),
  );
  const byFolder = new Map<string, { folder: vscode.Uri; files: Map<string, vscode.Uri> }>();
  for (const file of found.flat().filter((uri) => isNamedLikeSettings(nameOf(uri)))) {
    const folder = clusterFolderOf(file);
    const list = byFolder.get(folder.toString()) ?? { folder, files: new Map<string, vscode.Uri>() };
    list.files.set(file.toString(), file);
    byFolder.set(folder.toString(), list);
  }
  return [...byFolder]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { folder, files }]) => ({ folder, files: inOrder(files) }));
}

function inOrder(files: ReadonlyMap<string, vscode.Uri>): readonly vscode.Uri[] {
  return [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, file]) => file);
}

/** `files.exclude` holds for every search; what only searches leave out has to be named. */
function excludedIn(root: vscode.Uri): string | undefined {
  const setting = vscode.workspace.getConfiguration('search', root).get<unknown>('exclude');
  if (typeof setting !== 'object' || setting === null) return undefined;
  const globs = Object.entries(setting).flatMap(([glob, isOn]) => (isOn === true ? [glob] : []));
  return globs.length === 0 ? undefined : `{${globs.join(',')}}`;
}
