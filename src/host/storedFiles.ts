import type * as vscode from 'vscode';

/** The stored texts of the files that form a cluster. */
export interface StoredFiles {
  /** Returns the stored texts by address, only of files that may concern us. */
  texts(): Promise<ReadonlyMap<string, string>>;
  /** Returns whether a file still holds the text that was read from it. */
  isStored(file: vscode.Uri, text: string): Promise<boolean>;
  dispose(): void;
}
