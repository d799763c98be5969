import type { PlayStep } from '../../src/core/flow/play';
import { withActorNames } from '../actorNames';
import { element } from '../element';
import { icon } from '../icons';
import type { Part, View } from '../view';
import { EvidenceList } from './evidence';

/** One sentence for the current step, what the program prints, and the lines that made it so. */
export class Narration implements Part {
  readonly element = element('section', { class: 'narration' });
  readonly #where = element('p', { class: 'where' });
  readonly #said = element('div', { class: 'said', 'aria-live': 'polite', 'aria-atomic': 'true' });
  readonly #notice = element('p', { class: 'notice', role: 'status' });
  readonly #output = element('div', { class: 'output' });
  readonly #evidence: EvidenceList;
  #shown = '';

  /** `reveal` is called with the index of the evidence of the current step that the reader wants to see. */
  constructor(reveal: (evidence: number) => void) {
    this.#evidence = new EvidenceList(reveal);
    this.element.append(this.#where, this.#said, this.#notice, this.#output, this.#evidence.element);
  }

  show(view: View): void {
    const { step, playback, texts } = view;
    this.element.hidden = step === undefined;
    if (!step) return;
    this.#where.replaceChildren(...position(view, step));
    this.#say(`${String(playback.step)} ${String(playback.performances)} ${texts.of(step.sentence)}`, view, step);
    const why = view.asking.question ? 'player.question.held' : 'player.heldBack';
    this.#notice.textContent = playback.heldBack ? texts.own(why) : '';
    this.#notice.hidden = !playback.heldBack;
    this.#output.hidden = step.output === '';
    this.#output.replaceChildren(element('h3', {}, texts.own('player.output')), element('pre', {}, step.output));
    this.#evidence.show(view);
  }

  /** Renews the sentence only when it is another step's or a replay, so that it is read out once. */
  #say(which: string, { texts }: View, step: PlayStep): void {
    if (which === this.#shown) return;
    this.#shown = which;
    const sentence = element('p', { class: 'sentence' }, ...withActorNames(texts.of(step.sentence)));
    const badge = step.result === 'ok' ? [] : [resultBadge(step.result, texts.own(`player.result.${step.result}`))];
    this.#said.replaceChildren(...badge, sentence);
  }
}

function position({ play, playback, texts }: View, step: PlayStep): Node[] {
  const counts = { step: String(playback.step + 1), steps: String(play.steps.length) };
  const parts: Node[] = [
    element('span', { class: 'count' }, texts.own('player.position', counts)),
    element('span', { class: 'time' }, texts.time(step.t)),
  ];
  if (step.likely) parts.push(...doubt('likely', texts));
  if (step.assumed) parts.push(...doubt('assumed', texts));
  return parts;
}

/** Says that a step is not certain, and why. */
function doubt(kind: 'likely' | 'assumed', texts: View['texts']): Node[] {
  const why = texts.own(`player.${kind}.why`);
  const words = texts.own(`player.${kind}`);
  return [
    element('span', { class: 'badge assumed', tabindex: '0', 'data-tip': why }, icon('assumed'), words),
    element('span', { class: 'unseen' }, why),
  ];
}

function resultBadge(result: 'waits' | 'fails', words: string): HTMLElement {
  return element('span', { class: `badge ${result}` }, icon(result), words);
}
