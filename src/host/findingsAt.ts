import type * as vscode from 'vscode';
import type { Finding } from '../core/lint/finding';
import { overlaps, type Range } from '../core/text/range';
import type { ClusterFile, ClusterView } from './clusterView';

/** Returns the findings of a file that share a character with a selection or touch it, in the order of the text. */
export function findingsAt(view: ClusterView, file: ClusterFile, selection: vscode.Range): readonly Finding[] {
  const { source } = file.parsed;
  const place: Range = {
    start: offsetOf(source.lineStarts, selection.start),
    end: offsetOf(source.lineStarts, selection.end),
  };
  return view.result.findings.filter(
    ({ path, range }) => path === source.path && (overlaps(range, place) || touchesEnd(range, place)),
  );
}

function touchesEnd(range: Range, place: Range): boolean {
  return place.start === place.end && range.start <= place.start && place.start <= range.end;
}

function offsetOf(lineStarts: readonly number[], position: vscode.Position): number {
  return (lineStarts[position.line] ?? lineStarts.at(-1) ?? 0) + position.character;
}
