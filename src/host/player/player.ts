import * as vscode from 'vscode';
import type { Kubernetes } from '../../core/kubernetes/kubernetes';
import type { TransportAction, World } from '../../core/protocol/messages';
import { initialPlayerState, readPlayerState } from '../../core/protocol/playerState';
import type { ClusterFolders } from '../clusterFolders';
import type { FilePlays } from '../filePlays';
import type { PlayerRequest } from '../links';
import type { Progress } from '../progress';
import { SECTION } from '../section';
import { windowSettings } from '../settings';
import { hostText, onDidChangeTexts } from '../texts';
import { PlayedFolder } from './playedFolder';
import { PlayerStatus } from './playerStatus';
import { PlayerPanel, PLAYER_VIEW_TYPE, type PlayerPlace } from './playerPanel';
import { defaultScenario, WORKSPACE } from './plays';
import { noteDeeds } from './deedsOfPlay';

interface Parts {
  readonly extensionUri: vscode.Uri;
  readonly folders: ClusterFolders;
  readonly plays: FilePlays;
  readonly kubernetes: Kubernetes;
  readonly log: vscode.LogOutputChannel;
  readonly progress: Progress;
}

/** The one player of a window: opened, restored, driven by commands, and kept true to the files it plays. */
export class Player implements vscode.Disposable {
  readonly #parts: Parts;
  readonly #folder: PlayedFolder;
  readonly #status = new PlayerStatus();
  readonly #listeners: readonly vscode.Disposable[];
  #panel: PlayerPanel | undefined;
  #refreshing = false;
  #again = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#folder = new PlayedFolder(parts.folders);
    this.#listeners = [
      parts.folders.onDidChange(({ folder }) => {
        if (this.#folder.is(folder.folder) && this.#panel?.state.scenario === WORKSPACE) this.#refresh();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        this.#configure(event);
      }),
      onDidChangeTexts(() => {
        this.#refresh();
      }),
    ];
  }

  /** Opens the player, or shows the one that is open, and lets it play what is asked for. */
  async open({ scenario, folder, step: id, occurrence, world }: PlayerRequest): Promise<void> {
    const step = id && { id, ...(occurrence !== undefined && { occurrence }) };
    const change = {
      ...(scenario !== undefined && { scenario }),
      ...(folder !== undefined && { folder }),
      ...(world && { world: { ...world, fork: 0 } }),
    };
    if (this.#panel) {
      this.#panel.reveal(false);
      await this.#panel.open(change, step);
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      PLAYER_VIEW_TYPE,
      hostText('host.playerTitle'),
      vscode.window.activeTextEditor ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active,
    );
    const start = initialPlayerState(defaultScenario, undefined);
    const shown = this.#show(panel, { ...start, speed: windowSettings().playerSpeed });
    await shown.open(change, step);
  }

  /** Takes over a panel that the editor has brought back, with the state its page had kept. */
  restore(panel: vscode.WebviewPanel, state: unknown): void {
    this.#panel?.dispose();
    this.#show(panel, readPlayerState(state) ?? initialPlayerState(defaultScenario, undefined));
  }

  /** Where the reader is; undefined while no player is open or nothing is played. */
  get place(): PlayerPlace | undefined {
    return this.#panel?.place;
  }

  /** The world the reader has forked to; undefined for none. */
  get world(): World | undefined {
    return this.#panel?.state.world;
  }

  /** Drives the player that is in sight, and brings back one that is hidden. Does nothing while no player is open. */
  transport(action: TransportAction): void {
    if (this.#panel?.isVisible === false) this.#panel.reveal(false);
    else this.#panel?.transport(action);
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#panel?.dispose();
    this.#status.dispose();
    this.#folder.dispose();
  }

  #show(panel: vscode.WebviewPanel, state: PlayerPanel['state']): PlayerPanel {
    const { extensionUri, plays, kubernetes, log, progress } = this.#parts;
    panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.png');
    const shown = new PlayerPanel(panel, { extensionUri, folder: this.#folder, plays, kubernetes, log, state });
    shown.onDidMove((place) => {
      noteDeeds(place, progress);
      this.#status.show(place);
    });
    panel.onDidDispose(() => {
      if (this.#panel !== shown) return;
      this.#panel = undefined;
      this.#status.show(undefined);
      this.#folder.dispose();
      setOpen(false);
    });
    this.#panel = shown;
    setOpen(true);
    return shown;
  }

  #configure(event: vscode.ConfigurationChangeEvent): void {
    if (!this.#panel) return;
    if (event.affectsConfiguration(`${SECTION}.player.speed`)) {
      this.#panel.setSpeed(windowSettings().playerSpeed).catch(this.#fail);
    } else if (event.affectsConfiguration(`${SECTION}.player`)) {
      this.#refresh();
    }
  }

  /** While one refresh is under way, any number of changes lead to one more. */
  #refresh(): void {
    if (this.#refreshing) {
      this.#again = true;
      return;
    }
    this.#refreshing = true;
    void (this.#panel?.refresh() ?? Promise.resolve()).catch(this.#fail).finally(() => {
      this.#refreshing = false;
      if (!this.#again) return;
      this.#again = false;
      this.#refresh();
    });
  }

  readonly #fail = (error: unknown): void => {
    this.#parts.log.error('The player failed.', error instanceof Error ? error : String(error));
  };
}

function setOpen(open: boolean): void {
  void vscode.commands.executeCommand('setContext', 'tlsBootstrap.playerOpen', open);
}
