import * as vscode from 'vscode';

/**
 * Shows a Markdown document of ours as rendered text beside the editor. The built-in Markdown extension may be switched
 * off: the page is then shown as it is written.
 */
export async function showPage(page: vscode.Uri): Promise<void> {
  try {
    await vscode.commands.executeCommand('markdown.showPreviewToSide', page);
  } catch {
    await vscode.window.showTextDocument(page, { viewColumn: vscode.ViewColumn.Beside });
  }
}
