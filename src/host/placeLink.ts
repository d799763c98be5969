import type { SourceOrigin } from '../core/cluster/setting';
import type { ClusterView } from './clusterView';
import { markdownText } from '../core/messages/markdownText';
import { hostText } from './texts';

/** Returns a place in a cluster's files in words: its file and line. */
export function placeText(view: ClusterView, { path, range }: SourceOrigin): string {
  const source = view.source(path);
  return source ? hostText('host.lineOf', { file: path, line: String(source.positionAt(range.start).line + 1) }) : path;
}

/** Returns a place as a Markdown link that leads there. */
export function placeLink(view: ClusterView, place: SourceOrigin): string {
  const title = markdownText(placeText(view, place));
  const file = view.file(place.path);
  if (!file) return title;
  const line = file.parsed.source.positionAt(place.range.start).line + 1;
  return `[${title}](${file.uri.with({ fragment: `L${String(line)}` }).toString()})`;
}
