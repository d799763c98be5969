import * as vscode from 'vscode';
import type { ClusterView } from './clusterView';
import type { Diagnostics } from './diagnostics';
import { findingsAt } from './findingsAt';
import { commandUri, playerLink, rulePageLink, type CommandLink } from './links';
import { editorRange } from './places';
import { hostText } from './texts';
import type { Finding } from '../core/lint/finding';

const COMMANDS = ['tlsBootstrap.openPlayer', 'tlsBootstrap.showRule'];

/** Adds to a finding's hover what its message cannot hold: links that lead to the play and to the rule's page. */
export class Hovers implements vscode.HoverProvider {
  readonly #diagnostics: Diagnostics;

  constructor(diagnostics: Diagnostics) {
    this.#diagnostics = diagnostics;
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const view = this.#diagnostics.shownFor(document.uri);
    const file = view?.fileAt(document.uri);
    if (!view || file?.version !== document.version) return undefined;
    const findings = findingsAt(view, file, new vscode.Range(position, position));
    const first = findings[0];
    if (!first) return undefined;
    return new vscode.Hover(
      findings.map((finding) => linksOf(view, finding)),
      editorRange(file.parsed.source, first.range),
    );
  }
}

function linksOf(view: ClusterView, { rule, step }: Finding): vscode.MarkdownString {
  const links = [link(hostText('host.explain', { rule }), rulePageLink(rule))];
  if (step !== undefined) links.unshift(link(hostText('host.seeItHappenHere'), playerLink(view.folder, step)));
  const text = new vscode.MarkdownString(links.join(' · '));
  text.isTrusted = { enabledCommands: COMMANDS };
  return text;
}

function link(title: string, target: CommandLink): string {
  return `[${title}](${commandUri(target).toString()})`;
}
