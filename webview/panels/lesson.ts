import { element } from '../element';
import type { Part, View } from '../view';

/** What a built-in scenario teaches and in which releases it goes so; once it has stopped, what helps. */
export class LessonLine implements Part {
  readonly element = element('div', { class: 'lesson' });
  readonly #teaches = element('p');
  readonly #repair = element('p', { class: 'lesson-repair', 'aria-live': 'polite' });

  constructor() {
    this.element.append(this.#teaches, this.#repair);
  }

  show({ lesson, play, playback, texts, worlds }: View): void {
    this.element.hidden = lesson === undefined;
    if (lesson === undefined) return;
    const [since, until] = lesson.era;
    const era = texts.own(since === until ? 'player.lesson.eraOne' : 'player.lesson.era', { since, until });
    this.#teaches.textContent = `${texts.of(lesson.teaches)} ${era}`;
    const stop = play.steps.findIndex(({ result }) => result !== 'ok');
    const hasStopped = worlds.original === undefined && stop !== -1 && playback.step >= stop;
    const helps = hasStopped ? lesson.repair : undefined;
    this.#repair.replaceChildren(
      ...(helps ? [element('strong', {}, texts.own('player.lesson.repair')), ` ${texts.of(helps)}`] : []),
    );
  }
}
