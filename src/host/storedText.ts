import * as vscode from 'vscode';
import { MAX_CHARACTERS, mayConcernUs } from './concern';
import { nameOf } from './folder';

/** All extension hosts have it; the editor's types do not name it. */
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

const MAX_BYTES = MAX_CHARACTERS;

/** Returns the text of a stored file that may concern us; undefined for any other, and for one that cannot be read. */
export async function storedText(file: vscode.Uri, log: vscode.LogOutputChannel): Promise<string | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(file);
    if (size > MAX_BYTES) {
      log.info(`${nameOf(file)} is left out: ${String(size)} bytes are too many for a file of settings.`);
      return undefined;
    }
    const bytes = await vscode.workspace.fs.readFile(file);
    if (!isMarked(bytes) && !mayConcernUs(file.path, new TextDecoder().decode(bytes))) return undefined;
    const text = await vscode.workspace.decode(bytes, { uri: file });
    return mayConcernUs(file.path, text) ? text : undefined;
  } catch (error) {
    log.info(`${nameOf(file)} is left out: ${reasonOf(error)}`);
    return undefined;
  }
}

/** Whether the first bytes say that the text is UTF-16: only the editor can tell what is in it. */
function isMarked([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** Returns what an error of the file system says. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
