import * as vscode from 'vscode';
import { CheckedFolders, type CheckParts } from './checkedFolders';
import type { ClusterView } from './clusterView';
import { checkInTurn } from './checkInTurn';
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
  readonly #log: vscode.LogOutputChannel;
  #running: Promise<void> | undefined;

  constructor(parts: CheckParts) {
    this.#checked = new CheckedFolders(parts);
    this.#log = parts.log;
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
    const isWhole = await checkInTurn(
      lists,
      {
        check: async (list) => {
          const view = await this.#checked.check(list);
          if (view) count(view, tally);
        },
        fail: ({ folder }, error) => {
          this.#log.error(`${nameOf(folder)} could not be checked.`, error instanceof Error ? error : String(error));
        },
      },
      ({ folder }, increment) => {
        progress.report({ message: nameOf(folder), increment });
      },
      token,
    );
    if (isWhole) this.#checked.keepOnly(lists);
    return { tally, isWhole };
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

async function say(tally: Tally, isWhole: boolean): Promise<void> {
  const params = Object.fromEntries(Object.entries(tally).map(([name, value]) => [name, String(value)]));
  const text = hostText(isWhole ? 'host.checked' : 'host.checkStopped', params);
  const found = tally.errors + tally.warnings + tally.notes > 0;
  const show = hostText('host.showProblems');
  const chosen = await vscode.window.showInformationMessage(text, ...(found ? [show] : []));
  if (chosen === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
}
