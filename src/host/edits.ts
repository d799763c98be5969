import * as vscode from 'vscode';
import type { TextEdit } from '../core/text/edit';
import type { ClusterView } from './clusterView';
import { editorRange } from './places';

/**
 * Returns edits of a cluster's files for the editor to make. With `review`, the editor shows them first and asks.
 * Undefined when one of them is for a file that is not in view.
 */
export function workspaceEdit(
  view: ClusterView,
  edits: readonly TextEdit[],
  review?: string,
): vscode.WorkspaceEdit | undefined {
  const result = new vscode.WorkspaceEdit();
  const metadata = review === undefined ? undefined : { needsConfirmation: true, label: review };
  for (const { path, range, newText } of edits) {
    const file = view.file(path);
    if (!file) return undefined;
    result.replace(file.uri, editorRange(file.parsed.source, range), newText, metadata);
  }
  return result;
}

/** Returns the paths of the files that edits change. */
export function editedPaths(edits: readonly TextEdit[]): ReadonlySet<string> {
  return new Set(edits.map(({ path }) => path));
}
