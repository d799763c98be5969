import type { Alternative, AskedQuestion } from '../../src/core/flow/questions/questionsOf';
import { checkbox } from '../controls';
import { element } from '../element';
import { icon } from '../icons';
import { isAnswered } from '../player/quiz';
import type { Texts } from '../texts';
import type { Part, View } from '../view';

/** The question before a decisive step. Whoever does not care goes on without an answer. */
export class QuestionBox implements Part {
  readonly element = element('section', { class: 'question' });
  readonly #heading = element('h3');
  readonly #text = element('p', { class: 'asks', id: 'question' });
  readonly #alternatives = element('ul', { class: 'alternatives', 'aria-labelledby': 'question' });
  readonly #why = element('p', { class: 'why', 'aria-live': 'polite' });
  readonly #asks;
  readonly #answer: (alternative: string) => void;
  #shown = '';

  constructor(requests: {
    readonly answer: (alternative: string) => void;
    readonly askQuestions: (asks: boolean) => void;
  }) {
    this.#answer = requests.answer;
    this.#asks = checkbox(requests.askQuestions);
    this.element.append(this.#heading, this.#text, this.#alternatives, this.#why, this.#asks.element);
  }

  show({ play, asking, texts }: View): void {
    const { question, tried, asks } = asking;
    this.element.hidden = play.steps.length === 0;
    this.#asks.show(texts.own('player.question.ask'), asks);
    for (const part of [this.#heading, this.#text, this.#alternatives, this.#why]) part.hidden = !question;
    if (!question) {
      this.#shown = '';
      return;
    }
    this.#heading.textContent = texts.own('player.question');
    this.#text.textContent = texts.of(question.text);
    this.#why.replaceChildren(...verdict(question, tried, texts));
    this.#list(question, tried, texts);
  }

  /** Keeps the buttons, and with them the focus, as long as the same is asked. */
  #list(question: AskedQuestion, tried: readonly string[], texts: Texts): void {
    const which = `${question.id} ${question.alternatives.map(({ text }) => texts.of(text)).join()}`;
    if (which !== this.#shown) {
      const items = question.alternatives.map((one) => element('li', {}, this.#button(one, texts)));
      this.#alternatives.replaceChildren(...items);
    }
    this.#shown = which;
    const over = isAnswered(question, tried);
    for (const [index, { id, right }] of question.alternatives.entries()) {
      const button = this.#alternatives.children[index]?.firstElementChild;
      if (button) mark(button, tried.includes(id) ? (right ? 'ok' : 'fails') : undefined, over);
    }
  }

  #button({ id, text }: Alternative, texts: Texts): HTMLElement {
    const made = element('button', { type: 'button', class: 'alternative' }, texts.of(text));
    made.addEventListener('click', () => {
      this.#answer(id);
    });
    return made;
  }
}

function mark(button: Element, verdict: 'ok' | 'fails' | undefined, over: boolean): void {
  button.querySelector('.icon')?.remove();
  if (verdict) button.prepend(icon(verdict));
  button.classList.toggle('right', verdict === 'ok');
  button.classList.toggle('wrong', verdict === 'fails');
  button.setAttribute('aria-pressed', String(verdict !== undefined));
  button.setAttribute('aria-disabled', String(over || verdict !== undefined));
}

function verdict(question: AskedQuestion, tried: readonly string[], texts: Texts): string[] {
  const last = question.alternatives.find(({ id }) => id === tried.at(-1));
  if (!last) return [texts.own('player.question.skip')];
  if (last.right) return [`${texts.own('player.question.right')} ${texts.own('player.question.goOn')}`];
  return [`${texts.own('player.question.wrong')} ${texts.of(last.why)}`];
}
