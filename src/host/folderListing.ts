import * as vscode from 'vscode';
import { machinePlaces } from '../core/grouping/machineTree';
import { isDropInFolder } from './clusterPath';
import { namedClusterOf } from './clusterSettings';
import { isNamedLikeSettings } from './concern';
import { clusterFolderOf, isSame, nameOf } from './folder';
import { reasonOf } from './storedText';
import type { ClusterListing } from './watchedFiles';

/** No machine keeps settings so many folders deep: whoever links in a circle gets an end. */
const MAX_DEPTH = 12;

/**
 * The files of a folder: those directly in it, drop-ins of units in it, and those of a tree below it that is laid out like a
 * machine. What settings put into a cluster of their own is left out.
 */
export class FolderListing implements ClusterListing {
  readonly #folder: vscode.Uri;
  readonly #log: vscode.LogOutputChannel;
  readonly pattern: vscode.RelativePattern | undefined;

  constructor(folder: vscode.Uri, log: vscode.LogOutputChannel) {
    this.#folder = folder;
    this.#log = log;
    const places = machinePlaces.map((place) => `${place}/**`);
    const globs = ['*', '*.d/*', ...places].join(',');
    this.pattern = folder.scheme === 'untitled' ? undefined : new vscode.RelativePattern(folder, `{${globs}}`);
  }

  async list(): Promise<readonly vscode.Uri[]> {
    if (this.#folder.scheme === 'untitled') return [];
    if (await this.#isFile()) return [this.#folder];
    const entries = await this.#entries(this.#folder);
    const own = (await this.#filesAmong(this.#folder, entries)).filter((file) => this.#isFree(file));
    const tops = new Set(entries.filter(([, type]) => isFolder(type)).map(([name]) => name));
    const places = machinePlaces.filter((place) => tops.has(place.slice(0, place.indexOf('/'))));
    const trees = await Promise.all(places.map((place) => this.#filesBelow(vscode.Uri.joinPath(this.#folder, place))));
    return [...own, ...trees.flat().filter((file) => isSame(clusterFolderOf(file), this.#folder))];
  }

  holds(file: vscode.Uri): boolean {
    return this.#isFree(file);
  }

  #isFree(file: vscode.Uri): boolean {
    return namedClusterOf(file) === undefined;
  }

  /** A file outside the opened folders stands alone. */
  async #isFile(): Promise<boolean> {
    try {
      const { type } = await vscode.workspace.fs.stat(this.#folder);
      return !isFolder(type);
    } catch {
      return false;
    }
  }

  async #filesAmong(folder: vscode.Uri, entries: readonly Entry[]): Promise<readonly vscode.Uri[]> {
    const files: vscode.Uri[] = [];
    for (const [name, type] of entries) {
      const uri = vscode.Uri.joinPath(folder, name);
      if (isSettings(name, type)) files.push(uri);
      if (!isFolder(type) || !isDropInFolder(name)) continue;
      const dropIns = (await this.#entries(uri)).filter(([dropIn, kind]) => isSettings(dropIn, kind));
      files.push(...dropIns.map(([dropIn]) => vscode.Uri.joinPath(uri, dropIn)));
    }
    return files;
  }

  /** Nothing below a place that is not there. */
  async #filesBelow(folder: vscode.Uri, depth = 0): Promise<readonly vscode.Uri[]> {
    if (depth > MAX_DEPTH) return [];
    const entries = await this.#entries(folder, depth > 0);
    const files: vscode.Uri[] = [];
    for (const [name, type] of entries) {
      const uri = vscode.Uri.joinPath(folder, name);
      if (isSettings(name, type)) files.push(uri);
      else if (isFolder(type)) files.push(...(await this.#filesBelow(uri, depth + 1)));
    }
    return files;
  }

  async #entries(folder: vscode.Uri, isThere = true): Promise<readonly Entry[]> {
    try {
      const entries = await vscode.workspace.fs.readDirectory(folder);
      return entries.sort(([a], [b]) => (a < b ? -1 : 1));
    } catch (error) {
      if (isThere) this.#log.info(`${nameOf(folder)} cannot be listed: ${reasonOf(error)}`);
      return [];
    }
  }
}

type Entry = readonly [name: string, type: vscode.FileType];

function isFolder(type: vscode.FileType): boolean {
  return (type & vscode.FileType.Directory) !== 0;
}

function isSettings(name: string, type: vscode.FileType): boolean {
  return (type & vscode.FileType.File) !== 0 && isNamedLikeSettings(name);
}
