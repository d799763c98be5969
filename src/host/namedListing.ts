import * as vscode from 'vscode';
import { clusterGroupsIn, clusterNameOf } from './clusterSettings';
import { isNamedLikeSettings } from './concern';
import { clusterFolderOf, isSame, nameOf } from './folder';
import type { ClusterListing } from './watchedFiles';

/** So many files that a pattern stands for are looked at. */
const MAX_FOUND = 5000;

/** The files of a cluster that settings name. What `files.exclude` leaves out is left out here too. */
export class NamedListing implements ClusterListing {
  readonly #cluster: vscode.Uri;
  readonly #root: vscode.Uri;
  readonly pattern: vscode.RelativePattern;

  constructor(cluster: vscode.Uri) {
    this.#cluster = cluster;
    this.#root = cluster.with({ fragment: '' });
    this.pattern = new vscode.RelativePattern(this.#root, '**/*');
  }

  /** A pattern in the editor's sense stands for a file; that it may stand for a folder is asked for besides. */
  async list(): Promise<readonly vscode.Uri[]> {
    const name = clusterNameOf(this.#cluster);
    const group = clusterGroupsIn(this.#root).groups.find((other) => other.name === name);
    const globs = (group?.patterns ?? []).flatMap((pattern) => [pattern, `${pattern}/**`]);
    const patterns = globs.map((glob) => new vscode.RelativePattern(this.#root, glob));
    const found = await Promise.all(
      patterns.map((pattern) => vscode.workspace.findFiles(pattern, undefined, MAX_FOUND)),
    );
    const files = new Map(found.flat().map((file) => [file.toString(), file]));
    return [...files]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, file]) => file)
      .filter((file) => isNamedLikeSettings(nameOf(file)) && this.holds(file));
  }

  holds(file: vscode.Uri): boolean {
    return isSame(clusterFolderOf(file), this.#cluster);
  }
}
