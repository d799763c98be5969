import * as vscode from 'vscode';
import type { Finding } from '../../core/lint/finding';
import { symptomIds, type SymptomId } from '../../core/flow/symptoms/symptoms';
import { traceSymptom } from '../../core/flow/symptoms/traceSymptom';
import { likelyFolder } from '../chosenFolder';
import type { ClusterView } from '../clusterView';
import type { CommandParts } from '../engineCommands';
import { nameOf } from '../folder';
import { editorRange } from '../places';
import { hostText } from '../texts';
import { causePicks, symptomPicks, type CausePick } from './symptomPicks';

/**
 * Asks what somebody sees, unless a link says so, and leads back to its causes: to the line of a finding, or to the step
 * of the play where it happens.
 */
export async function whatAmISeeing({ folders, plays }: CommandParts, named: unknown): Promise<void> {
  const symptom = readSymptom(named) ?? (await pickSymptom());
  if (symptom === undefined) return;
  const uri = await likelyFolder(folders, undefined);
  const hold = uri && folders.hold(uri);
  try {
    const view = await hold?.folder.view();
    const seen = view && { view, play: plays.of(view)?.play };
    const traced = traceSymptom(symptom, view?.result.findings ?? [], seen?.play);
    const picks = causePicks(traced, seen, uri ? nameOf(uri) : '');
    const title = hostText(traced.present.length > 0 ? 'host.symptom.found' : 'host.symptom.notFound');
    const pick = await vscode.window.showQuickPick(picks, { title, matchOnDescription: true, matchOnDetail: true });
    if (pick) await go(pick, view);
  } finally {
    hold?.dispose();
  }
}

async function pickSymptom(): Promise<SymptomId | undefined> {
  const options = { title: hostText('host.symptom.pick'), matchOnDetail: true };
  return (await vscode.window.showQuickPick(symptomPicks(), options))?.symptom;
}

/** Links bring ids only; anything else is asked for. */
function readSymptom(named: unknown): SymptomId | undefined {
  return symptomIds.find((id) => id === named);
}

async function go({ finding, link }: CausePick, view: ClusterView | undefined): Promise<void> {
  if (finding && view) await showFinding(finding, view);
  if (link) await vscode.commands.executeCommand(link.command, ...link.arguments);
}

async function showFinding({ path, range }: Finding, view: ClusterView): Promise<void> {
  const file = view.file(path);
  if (!file) return;
  await vscode.window.showTextDocument(file.uri, { selection: editorRange(file.parsed.source, range) });
}
