import { fixAll, type FixSelection } from '../core/lint/applyFixes';
import type { TextEdit } from '../core/text/edit';
import type { ClusterFile, ClusterView } from './clusterView';
import { smallestEdits } from './smallestEdits';

/** Returns the edits of all safe fixes of a cluster, of all rules or those selected. */
export function fixesInFolder(view: ClusterView, selection: FixSelection): readonly TextEdit[] {
  const fixed = fixAll(
    view.files.map(({ parsed }) => parsed),
    view.options,
    selection,
  );
  return [...fixed].flatMap(([path, text]) => smallestEdits(path, view.source(path)?.text ?? '', text));
}

/** Returns those of the edits that are in one file. */
export function fixesInFile(view: ClusterView, file: ClusterFile, selection: FixSelection): readonly TextEdit[] {
  return fixesInFolder(view, selection).filter(({ path }) => path === file.parsed.source.path);
}
