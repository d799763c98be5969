import type { PlayStep } from '../../src/core/flow/play';
import { actorTitle } from '../../src/core/flow/lanes';
import { withActorNames } from '../actorNames';
import { element } from '../element';
import type { Texts } from '../texts';
import type { Part, View } from '../view';

/** All steps as text: the same content as the picture. */
export class Transcript implements Part {
  readonly element = element('div', { class: 'transcript' });
  readonly #go: (step: number) => void;
  readonly #open = element('button', { type: 'button', class: 'plain' });
  readonly #text = element('div');
  #written = '';
  #items: readonly HTMLElement[] = [];

  /** `go` is called with the index of the step that the reader wants to go to, `open` for the whole as a document. */
  constructor(go: (step: number) => void, open: () => void) {
    this.#go = go;
    this.#open.addEventListener('click', open);
    this.element.append(this.#open, this.#text);
  }

  show({ play, playback, texts }: View): void {
    this.#open.textContent = texts.own('player.transcript.open');
    const steps = play.steps.map((step) => [step, texts.of(step.label), texts.of(step.sentence)]);
    const written = JSON.stringify([steps, texts.of(play.outcome.sentence), texts.own('player.transcript')]);
    if (written !== this.#written) {
      this.#items = play.steps.map((step, index) => this.#item(step, index, play.machines, texts));
      const end = element('p', { class: 'end' }, texts.of(play.outcome.sentence));
      this.#text.replaceChildren(element('ol', {}, ...this.#items), end);
    }
    this.#written = written;
    this.#items.forEach((item, index) => {
      if (index === playback.step) item.setAttribute('aria-current', 'step');
      else item.removeAttribute('aria-current');
    });
  }

  #item(step: PlayStep, index: number, machines: readonly string[], texts: Texts): HTMLElement {
    const label = `${texts.own('player.transcript.go', { step: String(index + 1) })}: ${texts.of(step.label)}`;
    const go = element('button', { type: 'button', class: 'link', 'aria-label': label }, texts.of(step.label));
    go.addEventListener('click', () => {
      this.#go(index);
    });
    const [from = '', to = ''] = [step.from, step.to].map((actor) =>
      texts.name(actorTitle(actor, step.machine, machines)),
    );
    const where = element('span', { class: 'way' }, `${texts.time(step.t)} · ${from} → ${to} · `);
    const item = element(
      'li',
      {},
      element('p', {}, where, go),
      element('p', {}, ...withActorNames(texts.of(step.sentence))),
    );
    if (step.result !== 'ok')
      item.append(element('p', { class: step.result }, texts.own(`player.result.${step.result}`)));
    if (step.output !== '') item.append(element('pre', {}, step.output));
    return item;
  }
}
