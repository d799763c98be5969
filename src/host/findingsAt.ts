import * as vscode from 'vscode';
import type { Finding } from '../core/lint/finding';
import { overlaps, type Range } from '../core/text/range';
import type { ClusterFile, ClusterView } from './clusterView';
import { offsetAt } from './places';

/** Returns the findings of a file that share a character with a selection or touch it, in the order of the text. */
export function findingsAt(
  view: ClusterView,
  file: ClusterFile,
  selection: vscode.Range | vscode.Position,
): readonly Finding[] {
  const { source } = file.parsed;
  const { start, end } = selection instanceof vscode.Range ? selection : new vscode.Range(selection, selection);
  const place: Range = {
    start: offsetAt(source, start),
    end: offsetAt(source, end),
  };
  return view.result.findings.filter(
    ({ path, range }) => path === source.path && (overlaps(range, place) || touchesEnd(range, place)),
  );
}

function touchesEnd(range: Range, place: Range): boolean {
  return place.start === place.end && range.start <= place.start && place.start <= range.end;
}
