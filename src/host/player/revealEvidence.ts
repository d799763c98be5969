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

/** The column where the file is open; else the one left of the player, or right of it when it is the first. */
function columnOf(uri: vscode.Uri, playerColumn: vscode.ViewColumn | undefined): vscode.ViewColumn {
  const address = uri.toString();
  const group = vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === address),
  );
  if (group) return group.viewColumn;
  if (playerColumn === undefined) return vscode.ViewColumn.Beside;
  return playerColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Two : playerColumn - 1;
}
