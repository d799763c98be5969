import * as vscode from 'vscode';
import type { Releases } from '../core/kubernetes/releases';
import type { Progress } from './progress';
import { SECTION } from './section';
import { settingsFor } from './settings';
import { hostText } from './texts';

const KEY = 'kubernetesVersion';

/** Asks for the release that files are judged against, and writes the setting. Does nothing when nothing is chosen. */
export async function selectKubernetesVersion(releases: Releases, progress: Progress): Promise<void> {
  const scope = vscode.window.activeTextEditor?.document.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  const current = scope ? settingsFor(scope).target : 'auto';
  const auto = { label: hostText('host.pickAuto'), description: hostText('host.pickAutoDetail'), value: 'auto' };
  const picks = [auto, ...[...releases.all].reverse().map((release) => ({ label: release, value: release }))];
  const pick = await vscode.window.showQuickPick(
    picks.map((item) => (item.value === current ? { ...item, picked: true, label: `$(check) ${item.label}` } : item)),
    { title: hostText('host.pickRelease'), matchOnDescription: true },
  );
  if (!pick) return;
  const settings = vscode.workspace.getConfiguration(SECTION, scope);
  await settings.update(KEY, pick.value, placeOfSetting(settings));
  progress.note('choseRelease');
}

/** Where the setting is in force already; else the workspace, or the user when no folder is open. */
function placeOfSetting(settings: vscode.WorkspaceConfiguration): vscode.ConfigurationTarget {
  const written = settings.inspect(KEY);
  if (written?.workspaceFolderValue !== undefined) return vscode.ConfigurationTarget.WorkspaceFolder;
  return vscode.workspace.workspaceFolders === undefined
    ? vscode.ConfigurationTarget.Global
    : vscode.ConfigurationTarget.Workspace;
}
