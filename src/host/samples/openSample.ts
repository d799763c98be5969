import * as vscode from 'vscode';
import { hostText } from '../texts';
import type { Samples } from './sampleFileSystem';

const SAMPLE = '2018-cluster';

/** The files to show, the one to begin with last. */
const SHOWN = ['bootstrap-rbac.yaml', 'controller-manager', 'kubelet.service', 'kubelet'];

/** Opens the sample cluster's files; asks first whether to go on when it has been edited before. */
export async function openSample(samples: Samples): Promise<void> {
  if (await samples.isEdited(SAMPLE)) {
    const startOver = hostText('host.sampleStartOver');
    const choice = await vscode.window.showQuickPick([hostText('host.sampleContinue'), startOver], {
      title: hostText('host.sampleEdited'),
    });
    if (choice === undefined) return;
    if (choice === startOver) await samples.startOver(SAMPLE);
  }
  const files = await samples.files(SAMPLE);
  // A walkthrough or another page stays in sight; its column is not for files.
  let viewColumn = vscode.window.activeTextEditor ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
  for (const name of SHOWN) {
    const file = files.find(({ path }) => path.endsWith(`/${name}`));
    if (file) viewColumn = await showIn(viewColumn, file);
  }
}

/** Returns the column that the file has come to stand in. */
async function showIn(viewColumn: vscode.ViewColumn, file: vscode.Uri): Promise<vscode.ViewColumn> {
  await vscode.commands.executeCommand('vscode.open', file, { viewColumn, preview: false });
  return vscode.ViewColumn.Active;
}
