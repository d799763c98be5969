import * as vscode from 'vscode';
import { groupsHolding, readClusterGroups, type ClusterGroups } from '../core/grouping/clusterGroups';
import { SECTION } from './section';

const SETTING = `${SECTION}.clusters`;

/** What was read, by the address of a workspace folder: asked for with every document that changes. */
const read = new Map<string, ClusterGroups>();

/** Files that several clusters name, by address, with the clusters' names. */
const shared = new Map<string, readonly string[]>();

const changes = new vscode.EventEmitter<void>();
const finds = new vscode.EventEmitter<void>();

/** Fires when files may belong together in another way than before. */
export const onDidChangeClusterGroups = changes.event;

/** Fires when a file turns out to be named by several clusters. */
export const onDidFindSharedFile = finds.event;

/** Follows the setting that says which files form a cluster. */
export function followClusterSettings(): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (!event.affectsConfiguration(SETTING)) return;
    read.clear();
    shared.clear();
    changes.fire();
  });
}

/** Returns the clusters that settings name in a workspace folder. */
export function clusterGroupsIn(root: vscode.Uri): ClusterGroups {
  const address = root.toString();
  const known = read.get(address);
  if (known) return known;
  const groups = readClusterGroups(vscode.workspace.getConfiguration(SECTION, root).get<unknown>('clusters'));
  read.set(address, groups);
  return groups;
}

/** Returns the address of the cluster that settings put a file into; undefined when they name none. */
export function namedClusterOf(file: vscode.Uri): vscode.Uri | undefined {
  const root = vscode.workspace.getWorkspaceFolder(file)?.uri;
  if (!root || !file.path.startsWith(root.path)) return undefined;
  const names = groupsHolding(file.path.slice(root.path.length).replace(/^\//, ''), clusterGroupsIn(root).groups);
  const [name] = names;
  if (names.length > 1) noteShared(file, names);
  return name === undefined ? undefined : root.with({ fragment: name });
}

/** Returns the name of a cluster that settings name, by its address; undefined for a folder. */
export function clusterNameOf({ fragment }: vscode.Uri): string | undefined {
  return fragment === '' ? undefined : fragment;
}

/** Returns the files found so far that several clusters name. */
export function sharedFiles(): readonly { readonly file: vscode.Uri; readonly names: readonly string[] }[] {
  return [...shared].map(([address, names]) => ({ file: vscode.Uri.parse(address, true), names }));
}

function noteShared(file: vscode.Uri, names: readonly string[]): void {
  const address = file.toString();
  if (shared.has(address)) return;
  shared.set(address, names);
  finds.fire();
}
