import * as vscode from 'vscode';
import { overviewOf } from '../core/overview/overviewOf';
import { folderReport } from '../core/report/folderReport';
import { chosenFolder } from './chosenFolder';
import type { CommandParts } from './commandParts';
import { nameOf } from './folder';
import { wholeCatalogue } from './texts';

/** Judges and plays a folder's files, and shows the report as an untitled Markdown document. */
export async function checkFolder({ folders, plays }: CommandParts, argument: unknown): Promise<void> {
  const uri = await chosenFolder(folders, argument);
  if (!uri) return;
  const hold = folders.hold(uri);
  try {
    const view = await hold.folder.view();
    const { result, options } = view;
    const overview = overviewOf(result, options);
    const play = plays.of(view)?.play;
    const content = folderReport({ name: nameOf(uri), result, overview, play }, wholeCatalogue());
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
  } finally {
    hold.dispose();
  }
}
