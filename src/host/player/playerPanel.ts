import * as vscode from 'vscode';
import { fieldsOf } from '../../core/flow/held/heldFields';
import { lessonOf } from '../../core/flow/lesson';
import type { Play } from '../../core/flow/play';
import { scenarioById } from '../../core/flow/scenarios/index';
import { isFromPage } from '../../core/protocol/guards';
import type {
  ChooseWorld,
  CopyPem,
  FromPage,
  PlayFinding,
  PlayerState,
  RevealEvidence,
  RevealFinding,
  RevealHeld,
  Snapshot,
  StateChanged,
  ToPage,
  TransportAction,
  World,
} from '../../core/protocol/messages';
import type { SourceOrigin } from '../../core/cluster/setting';
import type { Kubernetes } from '../../core/kubernetes/kubernetes';
import type { Message } from '../../core/messages/message';
import type { ClusterView } from '../clusterView';
import type { FilePlays } from '../filePlays';
import { windowSettings } from '../settings';
import { hostText, playerCatalogue, textOf } from '../texts';
import { heldPem } from './heldPem';
import { clamp, placeOfStep, samePlace, type WantedStep } from './keepPlace';
import { originPlace } from './originPlace';
import { playerHtml, playerResources } from './playerHtml';
import type { PlayedFolder } from './playedFolder';
import { defaultScenario, scenarioChoices, WORKSPACE } from './plays';
import { revealEvidence } from './revealEvidence';
import { StepLight } from './stepLight';
import { tellingFindings } from './tellingFindings';
import { builtInWorlds, worldsForPage, worldsOfFiles, type PlayedWorlds } from './worlds';

export const PLAYER_VIEW_TYPE = 'tlsBootstrap.player';

/** Where the reader is: what is played, and the index of the step in it. */
export interface PlayerPlace {
  readonly play: Play;
  readonly step: number;
  readonly finished: boolean;
}

/** The player's page in its panel. The page may be rebuilt at any moment; it then gets the whole truth again. */
export class PlayerPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #folder: PlayedFolder;
  readonly #plays: FilePlays;
  readonly #kubernetes: Kubernetes;
  readonly #log: vscode.LogOutputChannel;
  readonly #stepLight = new StepLight();
  readonly #moves = new vscode.EventEmitter<PlayerPlace>();
  #state: PlayerState;
  #play: Play | undefined;
  #view: ClusterView | undefined;
  #findings: readonly PlayFinding[] = [];
  #wanted: WantedStep | undefined;
  /** Why something of the world that is asked for is not played. */
  #refused: Message | undefined;
  #isReady = false;
  /** How many moves of the reader the page has told of. */
  #knownMoves = 0;

  /** Fires with each step that the reader goes to. */
  readonly onDidMove = this.#moves.event;

  constructor(
    panel: vscode.WebviewPanel,
    parts: {
      extensionUri: vscode.Uri;
      folder: PlayedFolder;
      plays: FilePlays;
      kubernetes: Kubernetes;
      log: vscode.LogOutputChannel;
      state: PlayerState;
    },
  ) {
    this.#panel = panel;
    this.#folder = parts.folder;
    this.#plays = parts.plays;
    this.#kubernetes = parts.kubernetes;
    this.#log = parts.log;
    this.#state = parts.state;
    panel.onDidDispose(() => {
      this.#stepLight.dispose();
    });
    panel.webview.options = { enableScripts: true, localResourceRoots: [...playerResources(parts.extensionUri)] };
    panel.webview.onDidReceiveMessage((message: unknown) => {
      if (isFromPage(message)) this.#receive(message).catch(this.#fail);
    });
    panel.webview.html = playerHtml(panel.webview, parts.extensionUri, hostText('host.playerTitle'));
  }

  get state(): PlayerState {
    return this.#state;
  }

  /** Where the reader is; undefined before anything is played. */
  get place(): PlayerPlace | undefined {
    const { step } = this.#state;
    return this.#play && { play: this.#play, step, finished: step >= this.#play.steps.length - 1 };
  }

  /** Plays something else, or goes to another step of the same. Who names a scenario means it as it is, unless with a world. */
  async open(
    change: Partial<Pick<PlayerState, 'scenario' | 'folder' | 'world'>>,
    step: WantedStep | undefined,
  ): Promise<void> {
    const isOther =
      (change.scenario ?? this.#state.scenario) !== this.#state.scenario ||
      (change.folder ?? this.#state.folder) !== this.#state.folder;
    const before = { state: this.#state, play: this.#play };
    const { world } = this.#state;
    const state = withoutWorld(this.#state);
    const stays = change.scenario === undefined && world ? { world } : {};
    this.#state = { ...state, ...stays, ...change, step: isOther ? 0 : state.step };
    if (isOther) this.#play = undefined;
    this.#wanted = step;
    if (await this.refresh()) {
      this.#tellRefused(change.world);
      return;
    }
    this.#state = before.play ? before.state : { ...this.#state, scenario: defaultScenario };
    this.#play = before.play;
    if (!this.#play) await this.refresh();
    await this.#post({ type: 'problem', text: this.#nothingToPlay() });
  }

  /**
   * Plays the same again as the files and settings are now, and stays at the same moment. Returns false, and lets the
   * page say why, when the files have nothing to play any more.
   */
  async refresh(): Promise<boolean> {
    const worlds = await this.#simulate();
    if (!worlds) {
      await this.#post({ type: 'problem', text: this.#nothingToPlay() });
      return false;
    }
    const { play, world, problem } = worlds;
    const leads = this.#wanted !== undefined || !this.#play;
    const step = this.#placeIn(play);
    this.#play = play;
    this.#findings = tellingFindings(this.#view?.result.findings ?? []);
    this.#state = { ...withoutWorld(this.#state), scenario: play.scenario, step, ...(world && { world }) };
    this.#refused = problem;
    this.#wanted = undefined;
    this.#showPlace(play);
    await this.#post({
      type: 'snapshot',
      play,
      scenarios: scenarioChoices(this.#folder.name),
      texts: playerCatalogue(),
      state: this.#state,
      ...lessonFor(play),
      worlds: worldsForPage(worlds, this.#kubernetes),
      findings: this.#findings,
      reduceMotion: windowSettings().reduceMotion,
      ...(!leads && { after: this.#knownMoves }),
    });
    return true;
  }

  /** Gives the speed of the settings to the page, which keeps its place. */
  async setSpeed(speed: number): Promise<void> {
    this.#state = { ...this.#state, speed };
    await this.refresh();
  }

  transport(action: TransportAction): void {
    this.#post({ type: 'transport', action }).catch(this.#fail);
  }

  get isVisible(): boolean {
    return this.#panel.visible;
  }

  reveal(preserveFocus: boolean): void {
    this.#panel.reveal(undefined, preserveFocus);
  }

  dispose(): void {
    this.#stepLight.dispose();
    this.#moves.dispose();
    this.#panel.dispose();
  }

  #tellRefused(asked: World | undefined): void {
    if (!asked || !this.#refused) return;
    void vscode.window.showInformationMessage(hostText('host.notThisWorld', { problem: textOf(this.#refused) }));
  }

  #placeIn(play: Play): number {
    if (this.#wanted !== undefined) return placeOfStep(play, this.#wanted);
    return this.#play ? samePlace(this.#play, this.#state.step, play) : clamp(this.#state.step, play);
  }

  async #simulate(): Promise<PlayedWorlds | undefined> {
    const { scenario, folder, world } = this.#state;
    if (scenario !== WORKSPACE) {
      this.#view = undefined;
      return (
        builtInWorlds(scenario, world, this.#kubernetes) ?? builtInWorlds(defaultScenario, world, this.#kubernetes)
      );
    }
    const view = await this.#folder.view(folder);
    if (!view || view.result.cluster.kubelets.length === 0) return undefined;
    this.#view = view;
    return worldsOfFiles(view, world, this.#kubernetes, this.#plays);
  }

  async #receive(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        this.#knownMoves = 0;
        await this.open({}, undefined);
        return;
      case 'choose-scenario':
        await this.open({ scenario: message.scenario }, message.step && { id: message.step });
        return;
      case 'choose-world':
        await this.#fork(message);
        return;
      case 'copy-pem':
        await this.#copyPem(message);
        return;
      case 'command':
        await vscode.commands.executeCommand(`tlsBootstrap.player.${message.command}`);
        return;
      case 'state-changed':
        this.#moved(message);
        return;
      default:
        await this.#reveal(this.#originOf(message));
    }
  }

  /** Forks at the current step, or goes back to where the fork was made. */
  async #fork({ release, whatIfs }: ChooseWorld): Promise<void> {
    const { world } = this.#state;
    const state = withoutWorld(this.#state);
    const fork = world?.fork ?? state.step;
    const isBack = release === undefined && whatIfs.length === 0;
    if (isBack) this.#play = undefined;
    const forked = { ...(release !== undefined && { release }), whatIfs, fork };
    this.#state = isBack ? { ...state, step: fork } : { ...state, world: forked };
    await this.refresh();
  }

  #moved({ state, finished, moves }: StateChanged): void {
    this.#knownMoves = moves;
    if (state.scenario !== this.#state.scenario || !this.#play) return;
    this.#state = { ...state, folder: this.#state.folder };
    this.#showPlace(this.#play);
    this.#moves.fire({ play: this.#play, step: state.step, finished });
  }

  /** The tab says where one is, so that the way back is easy to find; not before the page can show it. */
  #showPlace(play: Play): void {
    if (!this.#isReady) return;
    const { steps } = play;
    this.#panel.title = hostText('host.playerTitleAt', {
      step: String(this.#state.step + 1),
      steps: String(steps.length),
    });
    this.#light(play);
  }

  #originOf(message: RevealEvidence | RevealHeld | RevealFinding): SourceOrigin | undefined {
    switch (message.type) {
      case 'reveal-evidence':
        return this.#play?.steps[message.step]?.evidence[message.evidence]?.origin;
      case 'reveal-held': {
        const thing = this.#play?.things[message.thing];
        const shown = thing && fieldsOf(thing)[message.field]?.values[message.value];
        return shown?.type === 'name' ? shown.origin : undefined;
      }
      case 'reveal-finding':
        return this.#findings[message.finding]?.origin;
    }
  }

  async #reveal(origin: SourceOrigin | undefined): Promise<void> {
    const place = origin && originPlace(origin, this.#state.scenario, this.#view);
    if (place) await revealEvidence(place, this.#panel.viewColumn);
  }

  async #copyPem({ thing, part }: CopyPem): Promise<void> {
    const pem = this.#play && (await heldPem(this.#play, thing, part));
    if (pem === undefined) return;
    await vscode.env.clipboard.writeText(pem);
    await this.#post({ type: 'copied', thing, part });
  }

  /** Lights the lines behind the current step; none before the page can show the step. */
  #light({ steps }: Play): void {
    const { step, scenario } = this.#state;
    const origins = steps[step]?.evidence.flatMap(({ origin }) => origin ?? []) ?? [];
    const places = origins.flatMap((origin) => originPlace(origin, scenario, this.#view) ?? []);
    this.#stepLight.show(places, this.#panel.title);
  }

  #nothingToPlay(): string {
    return hostText('host.nothingToPlay', { folder: this.#folder.name ?? '' });
  }

  async #post(message: ToPage): Promise<void> {
    await this.#panel.webview.postMessage(message);
  }

  readonly #fail = (error: unknown): void => {
    this.#log.error('The player failed.', error instanceof Error ? error : String(error));
    void this.#post({ type: 'problem', text: hostText('host.unreadable', { folder: this.#folder.name ?? '' }) });
  };
}

function withoutWorld({ world: _, ...state }: PlayerState): Omit<PlayerState, 'world'> {
  return state;
}

/** What a built-in scenario is for; nothing for the reader's own files. */
function lessonFor({ scenario }: Play): Pick<Snapshot, 'lesson'> {
  const builtIn = scenarioById(scenario);
  return builtIn ? { lesson: lessonOf(builtIn) } : {};
}
