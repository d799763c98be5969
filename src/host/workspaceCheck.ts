import * as vscode from 'vscode';
import { CheckedFolders, type CheckParts } from './checkedFolders';
import type { ClusterView } from './clusterView';
import { nameOf } from './folder';
import { hostText } from './texts';
import { filesOfWorkspace } from './workspaceFiles';

/** What a check has seen so far. */
interface Tally {
  files: number;
  errors: number;
  warnings: number;
  notes: number;
}

/** Checks all files of the workspace, folder by folder, without opening any of them. */
export class WorkspaceCheck implements vscode.Disposable {
  readonly #checked: CheckedFolders;
  #running: Promise<void> | undefined;

  constructor(parts: CheckParts) {
    this.#checked = new CheckedFolders(parts);
  }

  /** Runs a check with its progress in sight and says what came out; a second one while it runs is the same. */
  run(): Promise<void> {
    this.#running ??= this.#runOnce().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  dispose(): void {
    this.#checked.dispose();
  }

  async #runOnce(): Promise<void> {
    if (!vscode.workspace.workspaceFolders?.length) {
      void vscode.window.showInformationMessage(hostText('host.noWorkspace'));
      return;
    }
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: hostText('host.checking'),
      cancellable: true,
    };
    const { tally, isWhole } = await vscode.window.withProgress(options, (progress, token) =>
      this.#check(progress, token),
    );
    void say(tally, isWhole);
  }

  async #check(
    progress: vscode.Progress<{ message?: string; increment?: number }>,
    token: vscode.CancellationToken,
  ): Promise<{ readonly tally: Tally; readonly isWhole: boolean }> {
    const tally: Tally = { files: 0, errors: 0, warnings: 0, notes: 0 };
    const lists = await filesOfWorkspace(token);
    let told = 0;
    for (const [index, list] of lists.entries()) {
      if (token.isCancellationRequested) return { tally, isWhole: false };
      const percent = Math.floor((100 * index) / lists.length);
      if (percent > told) progress.report({ message: nameOf(list.folder), increment: percent - told });
      told = percent;
      const view = await this.#checked.check(list);
      if (view) count(view, tally);
      await pause();
    }
    if (token.isCancellationRequested) return { tally, isWhole: false };
    this.#checked.keepOnly(lists);
    return { tally, isWhole: true };
  }
}

function count({ files, result }: ClusterView, tally: Tally): void {
  tally.files += files.length;
  for (const { severity } of result.findings) {
    if (severity === 'error') tally.errors += 1;
    else if (severity === 'warning') tally.warnings += 1;
    else tally.notes += 1;
  }
}

/** Lets what people type and click come in between. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

async function say(tally: Tally, isWhole: boolean): Promise<void> {
  const params = Object.fromEntries(Object.entries(tally).map(([name, value]) => [name, String(value)]));
  const text = hostText(isWhole ? 'host.checked' : 'host.checkStopped', params);
  const found = tally.errors + tally.warnings + tally.notes > 0;
  const show = hostText('host.showProblems');
  const chosen = await vscode.window.showInformationMessage(text, ...(found ? [show] : []));
  if (chosen === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
}
