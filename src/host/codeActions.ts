import * as vscode from 'vscode';
import type { SourceOrigin } from '../core/cluster/setting';
import { safeFixes } from '../core/lint/applyFixes';
import type { Finding } from '../core/lint/finding';
import type { ClusterFolder } from './clusterFolder';
import type { ClusterFolders } from './clusterFolders';
import type { ClusterFile, ClusterView } from './clusterView';
import { linksAtWork } from './atWork';
import type { Diagnostics } from './diagnostics';
import { editedPaths, workspaceEdit } from './edits';
import { findingsAt } from './findingsAt';
import type { FilePlays } from './filePlays';
import { fixesInFile, fixesInFolder } from './fixAllEdits';
import type { OfferedAction } from './offeredAction';
import { offsetAt } from './places';
import { commandAction, explanations, publishedDiagnostic, quickFixes, silencings } from './quickFixes';
import { hostText } from './texts';

/** Not a repair: offered where something is at work in the play. */
export const AT_WORK = vscode.CodeActionKind.Empty.append('tlsBootstrap.atWork');

export const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('tlsBootstrap');

/** Offers repairs, explanations and silence for the findings at the selection, and one action that fixes a whole file. */
export class CodeActions implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, AT_WORK, FIX_ALL],
  };

  readonly #folders: ClusterFolders;
  readonly #diagnostics: Diagnostics;
  readonly #plays: FilePlays;

  constructor(folders: ClusterFolders, diagnostics: Diagnostics, plays: FilePlays) {
    this.#folders = folders;
    this.#diagnostics = diagnostics;
    this.#plays = plays;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    selection: vscode.Range,
    context: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const folder = this.#folders.of(document.uri);
    if (!folder || !this.#diagnostics.shownFor(document.uri)) return [];
    const view = await folder.view();
    const file = view.fileAt(document.uri);
    if (token.isCancellationRequested || file?.version !== document.version) return [];
    const wanted = (kind: vscode.CodeActionKind) => !context.only || context.only.contains(kind);
    const actions = wanted(vscode.CodeActionKind.QuickFix) ? quickActions(view, file, selection, context) : [];
    if (wanted(AT_WORK)) actions.push(...this.#atWork(view, file, selection));
    if (context.only && wanted(FIX_ALL)) actions.push(...fixFile(view, file));
    return onlyCurrent(folder, view, actions);
  }

  /** A finding there leads to its own step. Only what is shown is played: the light bulb is asked for with every letter typed. */
  #atWork(view: ClusterView, file: ClusterFile, selection: vscode.Range): OfferedAction[] {
    if (this.#diagnostics.shownFor(file.uri) !== view) return [];
    if (findingsAt(view, file, selection).some(({ step }) => step !== undefined)) return [];
    const played = this.#plays.of(view);
    const [link] = played ? placesOf(file, selection).flatMap((place) => linksAtWork(view, played.play, place)) : [];
    return link ? [commandAction(link.title, link.link, undefined, AT_WORK)] : [];
  }
}

/** What is selected, and after it the line. */
function placesOf({ parsed: { source } }: ClusterFile, { start, end }: vscode.Range): readonly SourceOrigin[] {
  const ranges = [{ start: offsetAt(source, start), end: offsetAt(source, end) }, source.lineRange(start.line)];
  return ranges.map((range) => ({ path: source.path, range }));
}

function quickActions(
  view: ClusterView,
  file: ClusterFile,
  selection: vscode.Range,
  context: vscode.CodeActionContext,
): OfferedAction[] {
  const findings = findingsAt(view, file, selection).map((finding) => ({
    finding,
    diagnostic: publishedDiagnostic(view, finding, context.diagnostics),
  }));
  return [
    ...findings.flatMap(({ finding, diagnostic }) => quickFixes(view, finding, diagnostic)),
    ...fixesOfRules(
      view,
      file,
      findings.map(({ finding }) => finding),
    ),
    ...findings.flatMap(({ finding, diagnostic }) => explanations(view, finding, diagnostic)),
    ...findings.flatMap(({ finding, diagnostic }) => silencings(view, file, finding, diagnostic)),
  ];
}

/** For each rule at the selection that could be fixed at several places: all in the file, and all in the folder. */
function fixesOfRules(view: ClusterView, file: ClusterFile, findings: readonly Finding[]): OfferedAction[] {
  return [...new Set(findings.map(({ rule }) => rule))].flatMap((rule) => {
    const all = view.result.findings.filter((finding) => finding.rule === rule);
    const here = all.filter(({ path }) => path === file.parsed.source.path);
    const selected = { ruleIds: [rule] };
    const offered: OfferedAction[] = [];
    if (safeFixes(here, {}).length > 1) {
      const edits = fixesInFile(view, file, selected);
      offered.push(...fixAction(view, edits, hostText('host.fixRuleInFile', { rule }), vscode.CodeActionKind.QuickFix));
    }
    if (safeFixes(all, {}).length > safeFixes(here, {}).length) {
      const edits = fixesInFolder(view, selected);
      offered.push(
        ...fixAction(view, edits, hostText('host.fixRuleInFolder', { rule }), vscode.CodeActionKind.QuickFix),
      );
    }
    return offered;
  });
}

function fixFile(view: ClusterView, file: ClusterFile): OfferedAction[] {
  return fixAction(view, fixesInFile(view, file, {}), hostText('host.fixFile'), FIX_ALL);
}

function fixAction(
  view: ClusterView,
  edits: ReturnType<typeof fixesInFolder>,
  title: string,
  kind: vscode.CodeActionKind,
): OfferedAction[] {
  const edit = workspaceEdit(view, edits);
  if (!edit || edits.length === 0) return [];
  const action = new vscode.CodeAction(title, kind);
  action.edit = edit;
  return [{ action, changes: editedPaths(edits) }];
}

async function onlyCurrent(
  folder: ClusterFolder,
  view: ClusterView,
  offered: readonly OfferedAction[],
): Promise<vscode.CodeAction[]> {
  const current = await Promise.all(offered.map(({ changes }) => folder.isCurrent(view, changes)));
  return offered.flatMap(({ action }, index) => (current[index] === true ? [action] : []));
}
