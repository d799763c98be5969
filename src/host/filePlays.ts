import type * as vscode from 'vscode';
import type { Play } from '../core/flow/play';
import { playOf } from '../core/flow/playOf';
import { workspaceRun } from '../core/flow/scenarioRun';
import { simulate } from '../core/flow/simulate';
import type { Timeline } from '../core/flow/timeline';
import type { ClusterView } from './clusterView';
import { exerciseRun } from './lab/exerciseRun';
import { WORKSPACE } from './player/plays';
import { onDidChangeTexts, playerCatalogue } from './texts';

/** What happens with a folder's files as they are. */
export interface FilePlay {
  readonly timeline: Timeline;
  readonly play: Play;
}

/** The plays of folders' files as they are: each is made when it is first asked for, once for all who show it. */
export class FilePlays implements vscode.Disposable {
  readonly #log: vscode.LogOutputChannel;
  readonly #simulate: typeof simulate;
  readonly #language: vscode.Disposable;
  #made = new WeakMap<ClusterView, FilePlay | undefined>();

  constructor(log: vscode.LogOutputChannel, simulator: typeof simulate = simulate) {
    this.#log = log;
    this.#simulate = simulator;
    this.#language = onDidChangeTexts(() => {
      this.#made = new WeakMap();
    });
  }

  /** Returns the play of a view; undefined when it has no kubelet, or when playing it failed, which the log tells. */
  of(view: ClusterView): FilePlay | undefined {
    if (!this.#made.has(view)) this.#made.set(view, this.#make(view));
    return this.#made.get(view);
  }

  dispose(): void {
    this.#language.dispose();
  }

  #make(view: ClusterView): FilePlay | undefined {
    const { cluster } = view.result;
    if (cluster.kubelets.length === 0) return undefined;
    try {
      const timeline = this.#simulate(cluster, { ...(exerciseRun(view, cluster) ?? workspaceRun), id: WORKSPACE });
      return { timeline, play: playOf(timeline, { id: 'host.ownFiles', params: {} }, playerCatalogue()) };
    } catch (error) {
      this.#log.error('The files could not be played.', error instanceof Error ? error : String(error));
      return undefined;
    }
  }
}
