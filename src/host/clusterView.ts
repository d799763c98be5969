import type * as vscode from 'vscode';
import type { ParsedFile } from '../core/documents/document';
import type { LintOptions, LintResult } from '../core/lint/lintTypes';
import type { SourceText } from '../core/text/sourceText';

/** One file of a cluster as it was read. */
export interface ClusterFile {
  readonly uri: vscode.Uri;
  readonly parsed: ParsedFile;
  /** Version of the open document the text comes from; undefined for a stored file. */
  readonly version: number | undefined;
}

/** What a folder's files meant together at one moment. Its ranges hold as long as `isCurrent` says so. */
export class ClusterView {
  readonly #files: ReadonlyMap<string, ClusterFile>;

  constructor(
    readonly folder: vscode.Uri,
    readonly options: LintOptions,
    readonly result: LintResult,
    files: readonly ClusterFile[],
  ) {
    this.#files = new Map(files.map((file) => [file.parsed.source.path, file]));
  }

  get files(): readonly ClusterFile[] {
    return [...this.#files.values()];
  }

  /** Returns the file with this path of a finding; undefined when the cluster has none. */
  file(path: string): ClusterFile | undefined {
    return this.#files.get(path);
  }

  /** Returns the file at this address; undefined when the cluster has none. */
  fileAt(uri: vscode.Uri): ClusterFile | undefined {
    const address = uri.toString();
    return this.files.find((file) => file.uri.toString() === address);
  }

  source(path: string): SourceText | undefined {
    return this.#files.get(path)?.parsed.source;
  }
}
