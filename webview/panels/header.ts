import type { ScenarioChoice } from '../../src/core/protocol/messages';
import { button, dropdown } from '../controls';
import { element } from '../element';
import { icon } from '../icons';
import type { Requests } from '../requests';
import type { Part, View } from '../view';

/** What is played, how it ends, and the choice of another scenario. */
export class Header implements Part {
  readonly element = element('header', { class: 'header' });
  readonly #title = element('h1');
  readonly #release = element('span', { class: 'release' });
  readonly #outcome = element('p', { class: 'outcome' });
  readonly #scenarios;
  readonly #link;
  readonly #keys;
  #choices: readonly ScenarioChoice[] = [];

  constructor({ choose, command, openKeys }: Pick<Requests, 'choose' | 'command' | 'openKeys'>) {
    this.#scenarios = dropdown(choose);
    this.#link = button(icon('link'), () => {
      command('copyLink');
    });
    this.#keys = button(icon('keys'), openKeys);
    for (const { element: control } of [this.#link, this.#keys]) control.classList.add('at-edge');
    this.element.append(
      element('div', { class: 'title' }, this.#title, this.#release),
      element('div', { class: 'choice' }, this.#scenarios.element, this.#link.element, this.#keys.element),
      this.#outcome,
    );
  }

  set choices(choices: readonly ScenarioChoice[]) {
    this.#choices = choices;
  }

  show({ play, texts }: View): void {
    this.#title.textContent = texts.of(play.title);
    this.#release.textContent = texts.own('player.release', { release: play.release });
    this.#scenarios.show(texts.own('player.scenario'), this.#choicesWith(play, texts), play.scenario);
    this.#link.label(texts.own('player.copyLink'));
    this.#keys.label(texts.own('player.keys'));
    this.#showOutcome(play.outcome, texts);
  }

  /** An end that nobody knows is neither good nor bad: its sentence says so. */
  #showOutcome({ ok, isKnown, sentence }: View['play']['outcome'], texts: View['texts']): void {
    this.#outcome.classList.toggle('not-ok', isKnown && !ok);
    this.#outcome.classList.toggle('not-known', !isKnown);
    const how = element('span', { class: 'unseen' }, texts.own(ok ? 'player.outcome.ok' : 'player.outcome.notOk'));
    this.#outcome.replaceChildren(
      isKnown ? icon(ok ? 'ok' : 'fails') : icon('assumed'),
      ...(isKnown ? [how] : []),
      element('span', {}, texts.of(sentence)),
    );
  }

  /** What is played is among the choices even when the host no longer offers it. */
  #choicesWith({ scenario, title }: View['play'], texts: View['texts']): readonly ScenarioChoice[] {
    if (this.#choices.some(({ id }) => id === scenario)) return this.#choices;
    return [{ id: scenario, title: texts.of(title) }, ...this.#choices];
  }
}
