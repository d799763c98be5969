import * as vscode from 'vscode';
import type { GroupProblem } from '../core/grouping/clusterGroups';
import { clusterGroupsIn, onDidChangeClusterGroups, onDidFindSharedFile, sharedFiles } from './clusterSettings';
import { SECTION } from './section';
import { hostText, onDidChangeTexts } from './texts';

/** So many lines are read in a tooltip. */
const MAX_LINES = 8;

/** Says in the status bar what is wrong with the setting that says which files form a cluster; nothing while nothing is. */
export class ClusterProblems implements vscode.Disposable {
  readonly #log: vscode.LogOutputChannel;
  readonly #item = vscode.window.createStatusBarItem('tlsBootstrap.clusters', vscode.StatusBarAlignment.Right, 88);
  readonly #listeners: readonly vscode.Disposable[];
  #logged = new Set<string>();

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
    this.#item.name = hostText('host.clusters.name');
    this.#item.command = {
      command: 'workbench.action.openSettings',
      title: hostText('host.clusters.name'),
      arguments: [`${SECTION}.clusters`],
    };
    this.#item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
    const render = () => {
      this.#render();
    };
    this.#listeners = [
      onDidChangeClusterGroups(render),
      onDidFindSharedFile(render),
      onDidChangeTexts(render),
      vscode.workspace.onDidChangeWorkspaceFolders(render),
    ];
    render();
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#item.dispose();
  }

  /** Each problem is logged once, not with every file that is read. */
  #render(): void {
    const lines = clusterProblems();
    for (const line of lines.filter((other) => !this.#logged.has(other))) this.#log.warn(line);
    this.#logged = new Set(lines);
    const more = lines.length - MAX_LINES;
    const shown = lines.slice(0, MAX_LINES);
    if (more > 0) shown.push(hostText('host.clusters.more', { count: String(more) }));
    this.#item.text = `$(warning) ${hostText('host.clusters.name')}`;
    this.#item.tooltip = shown.join('\n');
    this.#item.accessibilityInformation = { label: [hostText('host.clusters.name'), ...shown].join('. ') };
    if (lines.length > 0) this.#item.show();
    else this.#item.hide();
  }
}

/** Returns what is wrong with the clusters that settings name, a sentence each, without repetitions. */
export function clusterProblems(): readonly string[] {
  const roots = vscode.workspace.workspaceFolders ?? [];
  const read = roots.flatMap(({ uri }) => clusterGroupsIn(uri).problems.map(problemText));
  const shared = sharedFiles().map(({ file, names: [first = '', ...others] }) =>
    hostText('host.clusters.shared', {
      file: vscode.workspace.asRelativePath(file),
      first,
      others: others.join(', '),
    }),
  );
  return [...new Set([...read, ...shared])];
}

function problemText(problem: GroupProblem): string {
  const { type, ...params } = problem;
  return hostText(
    `host.clusters.${type}`,
    Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)])),
  );
}
