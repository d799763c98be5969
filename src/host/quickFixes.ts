import * as vscode from 'vscode';
import type { Finding } from '../core/lint/finding';
import { silenceEdits } from '../core/lint/silenceEdits';
import type { ClusterFile, ClusterView } from './clusterView';
import { diagnosticOf } from './diagnosticOf';
import { editedPaths, workspaceEdit } from './edits';
import { playerLink, rulePageLink, type CommandLink } from './links';
import type { OfferedAction } from './offeredAction';
import { hostText, textOf } from './texts';

const NOTHING: ReadonlySet<string> = new Set();

/** Returns the diagnostic that the editor shows for a finding; a new one like it when it shows none. */
export function publishedDiagnostic(
  view: ClusterView,
  finding: Finding,
  shown: readonly vscode.Diagnostic[],
): vscode.Diagnostic | undefined {
  const like = diagnosticOf(view, finding);
  return shown.find((other) => like && ruleOf(other) === finding.rule && other.range.isEqual(like.range)) ?? like;
}

/** Returns one action per fix of a finding. Auto Fix takes the first safe one; a fix that is not safe asks first. */
export function quickFixes(
  view: ClusterView,
  finding: Finding,
  diagnostic: vscode.Diagnostic | undefined,
): readonly OfferedAction[] {
  const preferred = finding.fixes.find(({ safe }) => safe);
  return finding.fixes.flatMap((fix) => {
    const edit = workspaceEdit(view, fix.edits, fix.safe ? undefined : hostText('host.review'));
    if (!edit) return [];
    const action = quickFix(textOf(fix.title), diagnostic);
    action.edit = edit;
    action.isPreferred = fix === preferred;
    return { action, changes: editedPaths(fix.edits) };
  });
}

/** Returns the actions that explain a finding: its rule's page, and the step of the play where it hurts. */
export function explanations(
  view: ClusterView,
  finding: Finding,
  diagnostic: vscode.Diagnostic | undefined,
): readonly OfferedAction[] {
  const explain = commandAction(
    hostText('host.explain', { rule: finding.rule }),
    rulePageLink(finding.rule),
    diagnostic,
  );
  if (finding.step === undefined) return [explain];
  const see = commandAction(
    hostText('host.seeRuleHappen', { rule: finding.rule }),
    playerLink(view.folder, finding.step),
    diagnostic,
  );
  return [see, explain];
}

/** Returns the actions that silence a finding's rule: on its line, in its file, in the workspace, everywhere. */
export function silencings(
  view: ClusterView,
  { parsed }: ClusterFile,
  finding: Finding,
  diagnostic: vscode.Diagnostic | undefined,
): readonly OfferedAction[] {
  const { rule } = finding;
  const byComment = (where: 'line' | 'file', title: string): readonly OfferedAction[] => {
    const edits = silenceEdits(parsed, finding, where);
    const edit = edits && workspaceEdit(view, edits);
    if (!edit) return [];
    const action = quickFix(title, diagnostic);
    action.edit = edit;
    return [{ action, changes: editedPaths(edits) }];
  };
  const bySetting = (command: CommandLink['command'], title: string): OfferedAction =>
    commandAction(title, { command, arguments: [rule] }, diagnostic);
  const workspace = hostText('host.silenceInWorkspace', { rule });
  return [
    ...byComment('line', hostText('host.silenceLine', { rule })),
    ...byComment('file', hostText('host.silenceFile', { rule })),
    ...(vscode.workspace.workspaceFolders ? [bySetting('tlsBootstrap.silenceInWorkspace', workspace)] : []),
    bySetting('tlsBootstrap.silenceEverywhere', hostText('host.silenceEverywhere', { rule })),
  ];
}

function quickFix(
  title: string,
  diagnostic: vscode.Diagnostic | undefined,
  kind = vscode.CodeActionKind.QuickFix,
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, kind);
  if (diagnostic) action.diagnostics = [diagnostic];
  return action;
}

/** Returns an action that runs a command and changes nothing. */
export function commandAction(
  title: string,
  link: CommandLink,
  diagnostic: vscode.Diagnostic | undefined,
  kind = vscode.CodeActionKind.QuickFix,
): OfferedAction {
  const action = quickFix(title, diagnostic, kind);
  action.command = { title, command: link.command, arguments: [...link.arguments] };
  return { action, changes: NOTHING };
}

function ruleOf({ code }: vscode.Diagnostic): string | undefined {
  return typeof code === 'object' ? String(code.value) : undefined;
}
