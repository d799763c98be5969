import type { ScenarioChoice } from '../src/core/protocol/messages';
import { Stage } from './diagram/stage';
import { element } from './element';
import { heldInPlace } from './heldInPlace';
import { Assumptions } from './panels/assumptions';
import { ForkLine } from './panels/forkLine';
import { Header } from './panels/header';
import { Holdings } from './panels/held/holdings';
import { KeySheet } from './panels/keySheet';
import { LifeLinePanel } from './panels/lifeLine/lifeLine';
import { LessonLine } from './panels/lesson';
import { Narration } from './panels/narration';
import { Panel } from './panels/panel';
import { ProblemLine } from './panels/problem';
import { QuestionBox } from './panels/questionBox';
import { SymptomList } from './panels/symptoms/symptomList';
import { Transcript } from './panels/transcript';
import { TransportBar } from './panels/transport';
import { WorldsPanel } from './panels/worlds';
import { isWaiting } from './player/quiz';
import type { Texts } from './texts';
import type { Part, View } from './view';
import type { Requests } from './requests';

const panelHeadings = {
  holds: 'player.holds',
  'life-line': 'player.lifeLine',
  worlds: 'player.worlds',
  symptoms: 'player.symptoms',
  assumptions: 'player.assumptions',
  transcript: 'player.transcript',
} as const;

/** The page's parts and where they stand. */
export class Layout {
  readonly keySheet = new KeySheet();
  readonly problem = new ProblemLine();
  readonly #page: HTMLElement;
  readonly #header: Header;
  readonly #panels: readonly Panel[];
  readonly #parts: readonly Part[];

  /** Builds all parts into `page`, in place of what it held. */
  constructor(page: HTMLElement, requests: Requests) {
    this.#page = page;
    const go = (step: number): void => {
      requests.act({ type: 'go', step });
    };
    this.#header = new Header(requests);
    const stage = new Stage(go);
    const narration = new Narration(requests.reveal);
    const question = new QuestionBox(requests);
    const lesson = new LessonLine();
    const fork = new ForkLine(requests);
    const transport = new TransportBar(requests.act);
    const folded = {
      holds: new Holdings(requests),
      'life-line': new LifeLinePanel(go),
      worlds: new WorldsPanel({ chooseWorld: requests.chooseWorld, go }),
      symptoms: new SymptomList({ ...requests, go }),
      assumptions: new Assumptions(),
      transcript: new Transcript(go, () => {
        requests.command('transcript');
      }),
    };
    this.#panels = Object.entries(folded).map(([id, part]) => {
      const panel = new Panel(id, requests.panelToggled);
      panel.body.append(part.element);
      return panel;
    });
    const [holds, ...below] = this.#panels.map((panel) => panel.element);
    this.#parts = [this.#header, fork, stage, narration, question, lesson, transport, ...Object.values(folded)];
    page.replaceChildren(
      this.#header.element,
      fork.element,
      this.problem.element,
      element(
        'div',
        { class: 'theatre' },
        stage.element,
        element(
          'div',
          { class: 'aside' },
          ...[narration, question, lesson].map((part) => part.element),
          ...(holds ? [holds] : []),
        ),
      ),
      transport.element,
      element('div', { class: 'below' }, ...below),
      this.keySheet.element,
    );
  }

  set choices(choices: readonly ScenarioChoice[]) {
    this.#header.choices = choices;
  }

  get openPanels(): string[] {
    return this.#panels.filter(({ open }) => open).map(({ id }) => id);
  }

  set openPanels(open: readonly string[]) {
    for (const panel of this.#panels) panel.open = open.includes(panel.id);
  }

  show(view: View): void {
    const settle = heldInPlace();
    this.#page.classList.toggle('asking', isWaiting(view.asking));
    for (const [index, heading] of Object.values(panelHeadings).entries()) {
      const panel = this.#panels[index];
      if (panel) panel.heading = view.texts.own(heading);
    }
    for (const part of this.#parts) part.show(view);
    settle();
  }
}

/** Returns a line that says that the page waits for its first play. */
export function loadingLine(texts: Texts): HTMLElement {
  return element('p', { class: 'loading', role: 'status' }, texts.own('player.loading'));
}
