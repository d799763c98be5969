import type { Evidence, TimelineFile } from './timeline';
import type { FlowStepId } from './flowStep';
import type { Recorder } from './recorder';

/** What a write has to do with the story. */
interface WriteNote {
  readonly step?: FlowStepId;
  readonly evidence?: readonly Evidence[];
}

/** The node's own files: kubeconfig and the certificate directory. Contents are never kept here. */
export class NodeFiles {
  readonly #files = new Map<string, TimelineFile>();

  constructor(private readonly recorder: Recorder) {}

  /** Returns whether a file or symlink of that path exists. */
  has(path: string): boolean {
    return this.#files.has(path);
  }

  /** Returns all files, ordered by path. */
  list(): readonly TimelineFile[] {
    return [...this.#files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  write(path: string, mode: string, note: WriteNote = {}): void {
    const op = this.#files.has(path) ? 'write' : 'create';
    this.#files.set(path, { path, type: 'file', target: undefined });
    this.recorder.report({ actor: 'filesystem', kind: 'file-write', details: { path, mode, op }, ...note });
  }

  /** Points a symlink at a file, making it when it is not there. */
  link(path: string, target: string, note: WriteNote = {}): void {
    const was = this.#files.get(path)?.target ?? null;
    this.#files.set(path, { path, type: 'symlink', target });
    this.recorder.report({ actor: 'filesystem', kind: 'symlink', details: { path, target, was }, ...note });
  }

  /** Removes a file; does nothing when there is none. `by` is a person, if not the kubelet itself. */
  remove(path: string, by?: 'admin'): void {
    if (!this.#files.delete(path)) return;
    this.recorder.report({ actor: 'filesystem', kind: 'file-remove', details: { path, ...(by && { by }) } });
  }
}
