import * as vscode from 'vscode';
import { GitIgnore } from '../core/gitIgnore';
import { isNamedLikeSettings } from './concern';
import { clusterFolderOf, nameOf } from './folder';

/** The files of the workspace that may form one cluster. */
export interface FolderList {
  readonly folder: vscode.Uri;
  readonly files: readonly vscode.Uri[];
}

/**
 * Returns all folders of the workspace with files whose names are those of settings, in the order of their addresses. What
 * `files.exclude`, `search.exclude` and the `.gitignore` files of the workspace name is left out.
 */
export async function filesOfWorkspace(token: vscode.CancellationToken): Promise<readonly FolderList[]> {
  const roots = vscode.workspace.workspaceFolders ?? [];
  const found = await Promise.all(roots.map(({ uri }) => filesBelow(uri, token)));
  return listsOf(found.flat());
}

/** Returns files by the clusters they belong to, in the order of the clusters' addresses. */
export function listsOf(all: readonly vscode.Uri[]): readonly FolderList[] {
  const byFolder = new Map<string, { folder: vscode.Uri; files: Map<string, vscode.Uri> }>();
  for (const file of all) {
    const folder = clusterFolderOf(file);
    const list = byFolder.get(folder.toString()) ?? { folder, files: new Map<string, vscode.Uri>() };
    list.files.set(file.toString(), file);
    byFolder.set(folder.toString(), list);
  }
  return [...byFolder]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { folder, files }]) => ({ folder, files: inOrder(files) }));
}

async function filesBelow(root: vscode.Uri, token: vscode.CancellationToken): Promise<readonly vscode.Uri[]> {
  const all = new vscode.RelativePattern(root, '**/*');
  const files = await vscode.workspace.findFiles(all, excludedIn(root), undefined, token);
  const named = files.filter((uri) => isNamedLikeSettings(nameOf(uri)));
  const ignored = await ignoredIn(root, files);
  return named.filter(({ path }) => !ignored.ignoresBelow(root.path, path));
}

/** What Git leaves out, unless the editor is told not to ask it. Files outside the workspace are not read. */
async function ignoredIn(root: vscode.Uri, files: readonly vscode.Uri[]): Promise<GitIgnore> {
  if (!vscode.workspace.getConfiguration('search', root).get<boolean>('useIgnoreFiles', true)) return GitIgnore.nothing;
  let ignored = GitIgnore.nothing;
  for (const file of files.filter((uri) => nameOf(uri) === '.gitignore').sort(outermostFirst)) {
    ignored = ignored.with(file.path.slice(0, file.path.lastIndexOf('/')), await textIn(file));
  }
  return ignored;
}

function outermostFirst({ path: one }: vscode.Uri, { path: other }: vscode.Uri): number {
  return one.split('/').length - other.split('/').length;
}

/** Nothing of a file that is gone by now. */
async function textIn(file: vscode.Uri): Promise<string> {
  try {
    return await vscode.workspace.decode(await vscode.workspace.fs.readFile(file), { encoding: 'utf8' });
  } catch {
    return '';
  }
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
