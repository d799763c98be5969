import * as vscode from 'vscode';
import type { ClusterFolders, Hold } from '../clusterFolders';
import type { ClusterView } from '../clusterView';
import { nameOf } from '../folder';

/** The folder that the player plays: kept in use for as long as it is played. */
export class PlayedFolder implements vscode.Disposable {
  readonly #folders: ClusterFolders;
  #address: string | undefined;
  #hold: Hold | undefined;

  constructor(folders: ClusterFolders) {
    this.#folders = folders;
  }

  /** Name of the folder; undefined while none has been played. */
  get name(): string | undefined {
    return this.#hold && nameOf(this.#hold.folder.folder);
  }

  /** Returns whether this is the folder played. */
  is(folder: vscode.Uri): boolean {
    return this.#address === folder.toString();
  }

  /** Returns what the files of a folder mean now, and lets go of the folder before; undefined for no folder. */
  async view(address: string | undefined): Promise<ClusterView | undefined> {
    if (address !== this.#address) {
      const before = this.#hold;
      this.#hold = address === undefined ? undefined : this.#folders.hold(vscode.Uri.parse(address, true));
      this.#address = address;
      before?.dispose();
    }
    return this.#hold?.folder.view();
  }

  /** Lets go of the folder; the next view takes one into use again. */
  dispose(): void {
    this.#hold?.dispose();
    this.#hold = undefined;
    this.#address = undefined;
  }
}
