import * as vscode from 'vscode';

const PREVIEW = 'vscode.markdown.preview.editor';

/** How a page is shown: whether it takes the focus, and whether the next page of another address takes its place. */
export interface PageOptions {
  readonly preserveFocus: boolean;
  readonly preview: boolean;
}

/**
 * Shows a Markdown document of ours as rendered text: where it or another page of its kind is shown already, else beside
 * the editor. The built-in Markdown extension may be switched off: the page is then shown as it is written.
 */
export async function showPage(page: vscode.Uri, options: PageOptions): Promise<void> {
  const shown = { ...options, viewColumn: shownColumnOf(page) };
  try {
    await vscode.commands.executeCommand('vscode.openWith', page, PREVIEW, shown);
  } catch {
    await vscode.window.showTextDocument(page, shown);
  }
}

/** Returns the address of the page in front; undefined when something else is. */
export function pageInFront(): vscode.Uri | undefined {
  return pageOf(vscode.window.tabGroups.activeTabGroup.activeTab);
}

/** Closes all other pages of the same kind. */
export async function closeOtherPages(page: vscode.Uri): Promise<void> {
  const others = vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter((tab) => {
      const uri = pageOf(tab);
      return uri?.scheme === page.scheme && uri.toString() !== page.toString();
    });
  await vscode.window.tabGroups.close(others, true);
}

/** A column that is named takes what is typed from then on; “beside” leaves the keys where they are. */
function shownColumnOf(page: vscode.Uri): vscode.ViewColumn {
  const column = columnOf(page);
  const isBeside = Number(column) === vscode.window.tabGroups.activeTabGroup.viewColumn + 1;
  return column === undefined || isBeside ? vscode.ViewColumn.Beside : column;
}

function columnOf(page: vscode.Uri): vscode.ViewColumn | undefined {
  const pages = vscode.window.tabGroups.all.flatMap(({ tabs, viewColumn }) =>
    tabs.map((tab) => ({ uri: pageOf(tab), viewColumn })),
  );
  const same = pages.find(({ uri }) => uri?.toString() === page.toString());
  return (same ?? pages.find(({ uri }) => uri?.scheme === page.scheme))?.viewColumn;
}

function pageOf(tab: vscode.Tab | undefined): vscode.Uri | undefined {
  return tab?.input instanceof vscode.TabInputCustom && tab.input.viewType === PREVIEW ? tab.input.uri : undefined;
}
