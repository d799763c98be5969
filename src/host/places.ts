import * as vscode from 'vscode';
import type { Range } from '../core/text/range';
import type { SourceText } from '../core/text/sourceText';

/** Returns the offset of a line and column of the editor. */
export function offsetAt({ lineStarts }: SourceText, position: vscode.Position): number {
  return (lineStarts[position.line] ?? lineStarts.at(-1) ?? 0) + position.character;
}

/** Returns a stretch of a text as the editor's lines and columns. */
export function editorRange(source: SourceText, range: Range): vscode.Range {
  const start = source.positionAt(range.start);
  const end = source.positionAt(range.end);
  return new vscode.Range(start.line, start.column, end.line, end.column);
}
