import * as vscode from 'vscode';
import type { ClusterFolders } from './clusterFolders';
import { clusterFolderOf, clusterOfFolder } from './folder';
import { exerciseFolder } from './lab/exerciseFiles';
import { exerciseOfPage } from './lab/exercisePages';
import { pageInFront } from './showPage';
import { hostText } from './texts';
import { isWorthReading } from './worthReading';

/**
 * Returns the folder that a command is about: the file or folder it was called on, else that of the active editor or page, else
 * the one folder in use, else the open workspace folder. Says what to do and returns undefined when there is none.
 */
export async function chosenFolder(folders: ClusterFolders, argument: unknown): Promise<vscode.Uri | undefined> {
  const folder = await likelyFolder(folders, argument);
  if (!folder) void vscode.window.showInformationMessage(hostText('host.noFolder'));
  return folder;
}

/** As `chosenFolder`, without a word when there is none. */
export async function likelyFolder(folders: ClusterFolders, argument: unknown): Promise<vscode.Uri | undefined> {
  return (
    (await folderOfArgument(argument)) ??
    folderOfEditor() ??
    folderOfPage(pageInFront()) ??
    folders.all()[0]?.folder ??
    openFolder()
  );
}

async function folderOfArgument(argument: unknown): Promise<vscode.Uri | undefined> {
  if (!(argument instanceof vscode.Uri)) return undefined;
  if (argument.scheme === 'untitled') return argument;
  const ofPage = folderOfPage(argument);
  if (ofPage) return ofPage;
  const { type } = await vscode.workspace.fs.stat(argument);
  return (type & vscode.FileType.Directory) !== 0 ? clusterOfFolder(argument) : clusterFolderOf(argument);
}

function folderOfEditor(): vscode.Uri | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && isWorthReading(document) ? clusterFolderOf(document.uri) : undefined;
}

/** The page of an exercise is about the files of the exercise. */
function folderOfPage(page: vscode.Uri | undefined): vscode.Uri | undefined {
  const exercise = page && exerciseOfPage(page);
  return exercise === undefined ? undefined : exerciseFolder(exercise);
}

async function openFolder(): Promise<vscode.Uri | undefined> {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  return root && clusterOfFolder(root);
}
