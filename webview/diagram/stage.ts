import { lanesOf } from '../../src/core/flow/lanes';
import type { Play, PlayStep } from '../../src/core/flow/play';
import { element } from '../element';
import type { View } from '../view';
import { diagramConfig } from './config';
import { drawDiagram } from './draw';
import { MessageList } from './messageList';
import { shareOfWay } from './marks';
import { hangPicture, type Picture } from './picture';
import { keepInView } from './scroll';
import { markTenses } from './tense';
import { travel } from './travel';

const TRAVEL_TIME = 900;

/** The stage: the diagram of a play, with the current message lit. */
export class Stage {
  readonly element = element('div', { class: 'stage', role: 'group', tabindex: '0' });
  readonly #list: MessageList;
  #picture: Picture | undefined;
  #play: Play | undefined;
  #view: View | undefined;
  #layout = '';
  #performed = 0;
  #endTravel = (): void => undefined;

  /** `go` is called with the index of a message that the reader clicks. */
  constructor(go: (step: number) => void) {
    this.#list = new MessageList(go);
    this.element.addEventListener('click', ({ target }) => {
      const group = target instanceof Element ? target.closest<SVGGElement>('.message') : null;
      if (group?.dataset.step !== undefined) go(Number(group.dataset.step));
    });
    new ResizeObserver(() => {
      if (this.#view) void this.#draw(this.#view);
    }).observe(this.element);
  }

  show(view: View): void {
    this.#view = view;
    this.element.setAttribute('aria-label', view.texts.own('player.stage'));
    if (view.play !== this.#play) {
      this.#endTravel();
      this.#picture = undefined;
      this.#layout = '';
      this.#performed = view.playback.performances;
      void this.#draw(view);
    } else {
      this.#showStep(view);
    }
  }

  async #draw(view: View): Promise<void> {
    const config = diagramConfig(
      lanesOf(view.play.machines).length,
      this.element.clientWidth,
      getComputedStyle(this.element).fontFamily,
    );
    const layout = JSON.stringify(config.sequence);
    if (layout === this.#layout) return;
    this.#layout = layout;
    this.#play = view.play;
    const drawing = view.play.steps.length > 0 ? await drawDiagram(view.play.diagram, config) : undefined;
    if (this.#play !== view.play || this.#layout !== layout) return;
    this.#endTravel();
    this.#picture = drawing && hangPicture(this.element, drawing, view);
    if (!this.#picture) this.element.replaceChildren(this.#list.element);
    this.#showStep(this.#view ?? view);
  }

  #showStep(view: View): void {
    this.#endTravel();
    if (!this.#picture) {
      const current = this.#list.show(view);
      if (current) keepInView(this.element, current, view.reduceMotion);
      return;
    }
    markTenses(this.#picture, view.play, view.playback.step);
    const message = this.#picture.messages[view.playback.step];
    const step = view.play.steps[view.playback.step];
    if (!message || !step) return;
    keepInView(this.element, message.group.querySelector('.messageText') ?? message.group, view.reduceMotion);
    if (view.playback.performances !== this.#performed && !view.reduceMotion) this.#perform(view, step, message.arrow);
    this.#performed = view.playback.performances;
  }

  #perform(view: View, step: PlayStep, arrow: SVGGeometryElement): void {
    this.element.classList.add('performing');
    const endDot = travel(arrow, shareOfWay(step.result), TRAVEL_TIME / view.playback.speed, () => {
      this.#endTravel();
    });
    this.#endTravel = () => {
      endDot();
      this.element.classList.remove('performing');
    };
  }
}
