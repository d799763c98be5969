import * as vscode from 'vscode';
import type { Finding, Fix } from '../../core/lint/finding';
import { symptomIds, type SymptomId } from '../../core/flow/symptoms/symptoms';
import { traceSymptom } from '../../core/flow/symptoms/traceSymptom';
import { likelyFolder } from '../chosenFolder';
import type { ClusterFolder } from '../clusterFolder';
import type { ClusterView } from '../clusterView';
import type { CommandParts } from '../commandParts';
import { editedPaths, workspaceEdit } from '../edits';
import { nameOf } from '../folder';
import { editorRange } from '../places';
import { hostText } from '../texts';
import { causePicks, symptomPicks, type CausePick, type SeenFolder } from './symptomPicks';

/**
 * Asks what somebody sees, unless a link says so, and leads back to its causes: to the line of a finding, with what
 * repairs it, or to the step of the play where it happens.
 */
export async function whatAmISeeing({ folders, plays }: CommandParts, named: unknown): Promise<void> {
  const symptom = readSymptom(named) ?? (await pickSymptom());
  if (symptom === undefined) return;
  const uri = await likelyFolder(folders, undefined);
  const hold = uri && folders.hold(uri);
  try {
    const view = await hold?.folder.view();
    const pick = await pickCause(symptom, view && { view, play: plays.of(view)?.play }, uri ? nameOf(uri) : '');
    if (pick) await go(pick, hold?.folder, view);
  } finally {
    hold?.dispose();
  }
}

async function pickCause(
  symptom: SymptomId,
  seen: SeenFolder | undefined,
  name: string,
): Promise<CausePick | undefined> {
  const traced = traceSymptom(symptom, seen?.view.result.findings ?? [], seen?.play);
  const title = hostText(traced.present.length > 0 ? 'host.symptom.found' : 'host.symptom.notFound');
  const options = { title, matchOnDescription: true, matchOnDetail: true };
  return vscode.window.showQuickPick(causePicks(traced, seen, name), options);
}

async function pickSymptom(): Promise<SymptomId | undefined> {
  const options = { title: hostText('host.symptom.pick'), matchOnDetail: true };
  return (await vscode.window.showQuickPick(symptomPicks(), options))?.symptom;
}

/** Links bring ids only; anything else is asked for. */
function readSymptom(named: unknown): SymptomId | undefined {
  return symptomIds.find((id) => id === named);
}

async function go(
  { finding, fix, link }: CausePick,
  folder: ClusterFolder | undefined,
  view: ClusterView | undefined,
): Promise<void> {
  if (finding && view) await showFinding(finding, view);
  if (fix && folder && view) await repair(fix, folder, view);
  if (link) await vscode.commands.executeCommand(link.command, ...link.arguments);
}

async function showFinding({ path, range }: Finding, view: ClusterView): Promise<void> {
  const file = view.file(path);
  if (!file) return;
  await vscode.window.showTextDocument(file.uri, { selection: editorRange(file.parsed.source, range) });
}

/** Changes nothing when a file has changed since the causes were shown: the line is in sight, and its light bulb is true. */
async function repair({ edits, safe }: Fix, folder: ClusterFolder, view: ClusterView): Promise<void> {
  const edit = workspaceEdit(view, edits, safe ? undefined : hostText('host.review'));
  if (edit && (await folder.isCurrent(view, editedPaths(edits)))) await vscode.workspace.applyEdit(edit);
}
