import * as vscode from 'vscode';
import type { Range } from '../../core/text/range';
import type { SourceText } from '../../core/text/sourceText';
import { editorRange } from '../places';

/** A stretch of a file, wherever the file is. */
export interface EvidencePlace {
  readonly uri: vscode.Uri;
  readonly source: SourceText;
  readonly range: Range;
}

/**
 * Selects the line that made a step happen, in the editor that shows its file already or beside the player.
 * The focus stays with the player.
 */
export async function revealEvidence(
  { uri, source, range }: EvidencePlace,
  playerColumn: vscode.ViewColumn | undefined,
): Promise<void> {
  const options: vscode.TextDocumentShowOptions = {
    viewColumn: columnOf(uri, playerColumn),
    preserveFocus: true,
    preview: true,
    selection: editorRange(source, range),
  };
  await vscode.commands.executeCommand('vscode.open', uri, options);
}

/** The column where the file is open; else the nearest one left of the player, else a column beside it. */
function columnOf(uri: vscode.Uri, playerColumn: vscode.ViewColumn | undefined): vscode.ViewColumn {
  const address = uri.toString();
  const groups = vscode.window.tabGroups.all;
  const showing = groups.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === address),
  );
  const left = groups.findLast(({ viewColumn }) => playerColumn !== undefined && viewColumn < playerColumn);
  return (showing ?? left)?.viewColumn ?? vscode.ViewColumn.Beside;
}
