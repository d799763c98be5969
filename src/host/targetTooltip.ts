import * as vscode from 'vscode';
import type { ClusterView } from './clusterView';
import { markdownText } from '../core/messages/markdownText';
import { placeLink, placeText } from './placeLink';
import { hostText } from './texts';

export const SELECT = 'tlsBootstrap.selectKubernetesVersion';

/** Returns why a folder's files are judged against their release, in words. */
export function targetReason(view: ClusterView): string {
  const { evidence } = view.result.cluster.target;
  return reason(view, evidence ? placeText(view, evidence) : '');
}

/** Returns the same with a link to the line that names the release, and says once which files are templates. */
export function targetTooltip(view: ClusterView): vscode.MarkdownString {
  const { evidence } = view.result.cluster.target;
  const why = reason(view, evidence ? placeLink(view, evidence) : '');
  const change = `[${hostText('host.targetChange')}](command:${SELECT})`;
  const tooltip = new vscode.MarkdownString([why, ...templatesIn(view), change].join('\n\n'));
  tooltip.isTrusted = { enabledCommands: [SELECT] };
  return tooltip;
}

function reason({ result }: ClusterView, place: string): string {
  const { release, source } = result.cluster.target;
  if (source === 'option') return hostText('host.targetOption', { release });
  if (source === 'evidence') return hostText('host.targetEvidence', { release, place });
  return hostText('host.targetDefault', { release });
}

function templatesIn({ files }: ClusterView): readonly string[] {
  return files.flatMap(({ parsed }) => {
    const count = parsed.notes.reduce((sum, note) => sum + note.count, 0);
    const path = markdownText(parsed.source.path);
    return count === 0 ? [] : [hostText('host.notesTemplated', { path, count: String(count) })];
  });
}
