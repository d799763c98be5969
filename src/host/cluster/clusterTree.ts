import * as vscode from 'vscode';
import type { Message } from '../../core/messages/message';
import { overviewOf } from '../../core/overview/overviewOf';
import type { ClusterFolders } from '../clusterFolders';
import type { ClusterView } from '../clusterView';
import type { Diagnostics } from '../diagnostics';
import { placeText } from '../placeLink';
import { editorRange } from '../places';
import { hostText, textOf } from '../texts';
import { clusterNodes, type ClusterNode } from './clusterNodes';

/** The Cluster view: what the files beside the active editor mean together. Nothing is made while it is not in sight. */
export class ClusterTree implements vscode.TreeDataProvider<ClusterNode>, vscode.Disposable {
  readonly #changes = new vscode.EventEmitter<undefined>();
  readonly #parts: readonly vscode.Disposable[];
  #view: ClusterView | undefined;
  #nodes: readonly ClusterNode[] | undefined;

  readonly onDidChangeTreeData = this.#changes.event;

  constructor(folders: ClusterFolders, diagnostics: Diagnostics) {
    this.#parts = [
      vscode.window.registerTreeDataProvider('tlsBootstrap.cluster', this),
      diagnostics.onDidPublish((view) => {
        if (view.folder.toString() === this.#view?.folder.toString() || isOfActiveEditor(view)) this.#show(view);
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        const view = editor && diagnostics.shownFor(editor.document.uri);
        if (view && view !== this.#view && isOfActiveEditor(view)) this.#show(view);
      }),
      folders.onDidDrop(({ folder }) => {
        if (folder.toString() === this.#view?.folder.toString()) this.#show(undefined);
      }),
    ];
    void vscode.commands.executeCommand('setContext', 'tlsBootstrap.clusterView', true);
  }

  getChildren(node?: ClusterNode): ClusterNode[] {
    if (node) return [...node.children];
    this.#nodes ??= this.#view ? clusterNodes(overviewOf(this.#view.result, this.#view.options)) : [];
    return [...this.#nodes];
  }

  getTreeItem({ id, label, description, details, icon, place, children }: ClusterNode): vscode.TreeItem {
    const { Collapsed, None } = vscode.TreeItemCollapsibleState;
    const name = inWords(label);
    const told = inWords(description ?? '');
    const where = place && this.#view ? placeText(this.#view, place) : '';
    const item = new vscode.TreeItem(name, children.length > 0 ? Collapsed : None);
    item.id = id;
    item.description = told;
    item.iconPath = new vscode.ThemeIcon(icon);
    const lines = [told, ...details.map(inWords), where].filter((line) => line !== '');
    item.tooltip = [name, ...new Set(lines)].join('\n');
    item.accessibilityInformation = { label: [name, ...new Set(lines)].join(', ') };
    const file = place && this.#view?.file(place.path);
    if (place && file) {
      const selection = editorRange(file.parsed.source, { start: place.range.start, end: place.range.start });
      const options: vscode.TextDocumentShowOptions = { selection, preserveFocus: true, preview: true };
      item.command = { command: 'vscode.open', title: hostText('host.lab.openFile'), arguments: [file.uri, options] };
    }
    return item;
  }

  dispose(): void {
    for (const part of this.#parts) part.dispose();
    this.#changes.dispose();
  }

  #show(view: ClusterView | undefined): void {
    this.#view = view;
    this.#nodes = undefined;
    this.#changes.fire(undefined);
  }
}

function inWords(words: string | Message): string {
  return typeof words === 'string' ? words : textOf(words);
}

function isOfActiveEditor(view: ClusterView): boolean {
  const active = vscode.window.activeTextEditor?.document.uri;
  return active !== undefined && view.fileAt(active) !== undefined;
}
