import type { Copied, PlayerState, Snapshot } from '../../src/core/protocol/messages';
import type { Host } from '../host';
import { Layout, loadingLine } from '../layout';
import { wantsLessMotion } from '../motion';
import { freshState, keepState, keptState, type OwnState } from '../state';
import { Texts } from '../texts';
import { Autoplay } from './autoplay';
import type { KeyAction } from './keys';
import { nextPlayback, startPlayback, type Playback, type PlaybackAction } from './playback';
import { Quiz } from './quiz';
import { readingTime } from './readingTime';

/** The player: shows what the host sends, and answers the reader. */
export class Player {
  readonly #page: HTMLElement;
  readonly #host: Host;
  readonly #autoplay = new Autoplay(() => {
    this.act({ type: 'tick' });
  });
  #layout: Layout | undefined;
  #snapshot: Snapshot | undefined;
  #texts = new Texts({});
  #playback: Playback = startPlayback(0, 1, []);
  #quiz: Quiz | undefined;
  #own: OwnState;
  #copied: Copied | undefined;
  /** How often the reader has moved; only those moves that the host has heard of are in its snapshots. */
  #moves = 0;

  constructor(page: HTMLElement, host: Host) {
    this.#page = page;
    this.#host = host;
    this.#own = keptState(host) ?? freshState;
    if (page.childElementCount === 0) page.append(loadingLine(this.#texts));
  }

  /** Takes over a snapshot as a whole, and stands paused where it says, or where the reader has gone meanwhile. */
  open(snapshot: Snapshot): void {
    const { state, play, scenarios, texts } = snapshot;
    const step = this.#hasMovedSince(snapshot) ? this.#playback.step : state.step;
    this.#layout ??= this.#build();
    this.#snapshot = snapshot;
    this.#texts = new Texts(texts);
    this.#quiz = new Quiz(play);
    this.#playback = startPlayback(step, state.speed, play.steps);
    this.#layout.problem.clear();
    this.#layout.choices = scenarios;
    this.#layout.openPanels = state.openPanels;
    this.#changed();
  }

  /** Says what the host could not do; what is shown stays. */
  reportProblem(text: string): void {
    this.#layout ??= this.#build();
    this.#layout.problem.show(text, this.#texts);
    this.#show();
  }

  /** Says that what the reader wanted is on the clipboard. */
  tellCopied(copied: Copied): void {
    this.#copied = copied;
    this.#show();
  }

  act(action: PlaybackAction): void {
    if (!this.#snapshot) return;
    const { play } = this.#snapshot;
    const { asks, answers } = this.#own;
    const stops = this.#quiz?.stops(play, asks, answers) ?? play.steps;
    const next = nextPlayback(this.#playback, action, stops);
    if (next === this.#playback) return;
    this.#playback = next;
    this.#moves += 1;
    this.#changed();
  }

  press(action: KeyAction): void {
    switch (action.type) {
      case 'playback':
        this.act(action.action);
        return;
      case 'scenario':
        this.#choose(this.#snapshot?.scenarios[action.index]?.id);
        return;
      case 'sheet':
        this.#openKeys();
        return;
    }
  }

  /** Whether the reader has gone on, in the same play, while a snapshot was on its way. */
  #hasMovedSince({ after, play }: Snapshot): boolean {
    const before = this.#snapshot?.play;
    const isSamePlay = before?.scenario === play.scenario && before.steps.length === play.steps.length;
    return isSamePlay && after !== undefined && after < this.#moves;
  }

  #build(): Layout {
    return new Layout(this.#page, {
      act: (action) => {
        this.act(action);
      },
      choose: (scenario) => {
        this.#choose(scenario);
      },
      seeScenario: (scenario, step) => {
        this.act({ type: 'pause' });
        this.#host.post({ type: 'choose-scenario', scenario, step });
      },
      reveal: (evidence) => {
        this.#host.post({ type: 'reveal-evidence', step: this.#playback.step, evidence });
      },
      revealStep: (step, evidence) => {
        this.#host.post({ type: 'reveal-evidence', step, evidence });
      },
      revealFinding: (finding) => {
        this.#host.post({ type: 'reveal-finding', finding });
      },
      showOnlyChanges: (onlyChanges) => {
        this.#changeOwn({ onlyChanges });
      },
      openHeld: (key, open) => {
        const others = this.#own.openHeld.filter((one) => one !== key);
        this.#changeOwn({ openHeld: open ? [...others, key] : others });
      },
      revealHeld: (thing, field, value) => {
        this.#host.post({ type: 'reveal-held', thing, field, value });
      },
      copyPem: (thing, part) => {
        this.#copied = undefined;
        this.#show();
        this.#host.post({ type: 'copy-pem', thing, part });
      },
      answer: (alternative) => {
        const { answers } = this.#own;
        this.#changeOwn({ answers: this.#quiz?.answer(this.#playback.step, alternative, answers) ?? answers });
      },
      askQuestions: (asks) => {
        this.#changeOwn({ asks });
      },
      chooseWorld: (release, whatIfs) => {
        this.act({ type: 'pause' });
        this.#host.post({ type: 'choose-world', release, whatIfs });
      },
      command: (command) => {
        this.#host.post({ type: 'command', command });
      },
      openKeys: () => {
        this.#openKeys();
      },
      panelToggled: () => {
        this.#keep();
      },
    });
  }

  #changeOwn(change: Partial<OwnState>): void {
    this.#own = { ...this.#own, ...change };
    this.#changed();
  }

  #choose(scenario: string | undefined): void {
    if (scenario === undefined || scenario === this.#snapshot?.play.scenario) return;
    this.act({ type: 'pause' });
    this.#host.post({ type: 'choose-scenario', scenario });
  }

  #openKeys(): void {
    this.act({ type: 'pause' });
    this.#layout?.keySheet.open(this.#texts);
  }

  #changed(): void {
    this.#copied = undefined;
    this.#show();
    this.#keep();
    this.#schedule();
  }

  #show(): void {
    if (!this.#snapshot || !this.#quiz) return;
    const { asks, answers, onlyChanges, openHeld } = this.#own;
    const { play, reduceMotion, worlds, lesson, findings, state } = this.#snapshot;
    this.#layout?.show({
      play,
      playback: this.#playback,
      step: play.steps[this.#playback.step],
      texts: this.#texts,
      reduceMotion: wantsLessMotion(reduceMotion),
      onlyChanges,
      openHeld,
      copied: this.#copied,
      worlds,
      lesson,
      findings,
      fork: state.world?.fork ?? 0,
      asking: this.#quiz.at(this.#playback.step, asks, answers),
    });
  }

  #schedule(): void {
    this.#autoplay.end();
    const step = this.#snapshot?.play.steps[this.#playback.step];
    if (step && this.#playback.playing)
      this.#autoplay.begin(readingTime(this.#texts.of(step.sentence)) / this.#playback.speed);
  }

  #keep(): void {
    if (!this.#snapshot || !this.#layout) return;
    const { play, state } = this.#snapshot;
    const { step, speed } = this.#playback;
    const player: PlayerState = {
      version: 1,
      scenario: play.scenario,
      folder: state.folder,
      step,
      speed,
      openPanels: this.#layout.openPanels,
      ...(state.world && { world: state.world }),
    };
    keepState(
      this.#host,
      { ...this.#own, player },
      {
        finished: step >= play.steps.length - 1,
        moves: this.#moves,
      },
    );
  }
}
