import type * as vscode from 'vscode';
import { nameOf } from './folder';
import type { StoredFiles } from './storedFiles';
import { storedText } from './storedText';

/** As many at a time as leave room for others who read files. */
const AT_ONCE = 32;

/** So many files that concern us form no cluster that anybody runs. */
const MAX_TEXTS = 1000;

/** The texts of files that are listed, read when they are asked for and not kept. */
export class ListedFiles implements StoredFiles {
  readonly #files: readonly vscode.Uri[];
  readonly #log: vscode.LogOutputChannel;

  constructor(files: readonly vscode.Uri[], log: vscode.LogOutputChannel) {
    this.#files = files;
    this.#log = log;
  }

  async texts(): Promise<ReadonlyMap<string, string>> {
    const texts = new Map<string, string>();
    for (let start = 0; start < this.#files.length; start += AT_ONCE) {
      const files = this.#files.slice(start, start + AT_ONCE);
      const read = await Promise.all(files.map((file) => storedText(file, this.#log)));
      for (const [index, file] of files.entries()) {
        const text = read[index];
        if (text !== undefined) texts.set(file.toString(), text);
      }
      if (texts.size >= MAX_TEXTS) {
        const last = files.at(-1);
        this.#log.info(`Beside ${last ? nameOf(last) : ''}, files are left out: ${String(texts.size)} are enough.`);
        break;
      }
    }
    return texts;
  }

  async isStored(file: vscode.Uri, text: string): Promise<boolean> {
    return (await storedText(file, this.#log)) === text;
  }

  dispose(): void {
    // Nothing is watched.
  }
}
