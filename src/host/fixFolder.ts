import * as vscode from 'vscode';
import { chosenFolder } from './chosenFolder';
import type { CommandParts } from './commandParts';
import { editedPaths, workspaceEdit } from './edits';
import { fixesInFolder } from './fixAllEdits';
import { nameOf } from './folder';
import { hostText } from './texts';

/** Makes all safe repairs in a folder's files as one step that can be undone. Nothing is saved. */
export async function fixFolder({ folders }: CommandParts, argument: unknown): Promise<void> {
  const uri = await chosenFolder(folders, argument);
  if (!uri) return;
  const hold = folders.hold(uri);
  try {
    const view = await hold.folder.view();
    const edits = fixesInFolder(view, {});
    const edit = workspaceEdit(view, edits);
    const name = nameOf(uri);
    if (!edit || edits.length === 0) {
      vscode.window.setStatusBarMessage(hostText('host.nothingToFix', { folder: name }), 5000);
      return;
    }
    if (!(await hold.folder.isCurrent(view, editedPaths(edits)))) return;
    if (!(await vscode.workspace.applyEdit(edit))) return;
    vscode.window.setStatusBarMessage(
      hostText('host.fixedFolder', { count: String(edits.length), folder: name }),
      5000,
    );
  } finally {
    hold.dispose();
  }
}
