import * as vscode from 'vscode';
import type { ClusterFolders } from './clusterFolders';
import type { ClusterView } from './clusterView';
import { SELECT, targetReason, targetTooltip } from './targetTooltip';
import { hostText } from './texts';

/** Shows, beside a file that concerns us, which Kubernetes release it is judged against and why. */
export class TargetStatus implements vscode.Disposable {
  readonly #folders: ClusterFolders;
  readonly #item = vscode.window.createStatusBarItem('tlsBootstrap.target', vscode.StatusBarAlignment.Right, 90);
  readonly #listeners: readonly vscode.Disposable[];

  constructor(folders: ClusterFolders) {
    this.#folders = folders;
    this.#item.name = 'Kubelet TLS Bootstrap';
    this.#item.command = SELECT;
    this.#listeners = [
      vscode.window.onDidChangeActiveTextEditor(() => void this.#update()),
      folders.onDidChange(({ cause }) => {
        if (cause !== 'typed') void this.#update();
      }),
      folders.onDidDrop(() => void this.#update()),
    ];
  }

  /** Shows what holds for a view that has just been judged, if it is that of the active editor. */
  show(view: ClusterView): void {
    const active = vscode.window.activeTextEditor?.document.uri;
    if (active && view.fileAt(active)) this.#render(view);
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#item.dispose();
  }

  async #update(): Promise<void> {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const view = uri && (await this.#folders.of(uri)?.view());
    const isStillActive = vscode.window.activeTextEditor?.document.uri.toString() === uri?.toString();
    if (!isStillActive) return;
    const concerned = uri !== undefined && view?.fileAt(uri) !== undefined;
    void vscode.commands.executeCommand('setContext', 'tlsBootstrap.fileInView', concerned);
    if (concerned) this.#render(view);
    else this.#item.hide();
  }

  #render(view: ClusterView): void {
    const { release } = view.result.cluster.target;
    this.#item.text = `$(law) ${hostText('host.target', { release })}`;
    this.#item.tooltip = targetTooltip(view);
    this.#item.accessibilityInformation = { label: `${hostText('host.target', { release })}. ${targetReason(view)}` };
    this.#item.show();
  }
}
