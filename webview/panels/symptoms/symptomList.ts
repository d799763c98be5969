import { symptomIds, symptoms, type SymptomId } from '../../../src/core/flow/symptoms/symptoms';
import { traceSymptom } from '../../../src/core/flow/symptoms/traceSymptom';
import type { Play } from '../../../src/core/flow/play';
import type { PlayFinding } from '../../../src/core/protocol/messages';
import { element } from '../../element';
import type { Requests } from '../../requests';
import type { Texts } from '../../texts';
import type { Part, View } from '../../view';
import { causeParts, type Seen } from './causeParts';

type Asks = Pick<Requests, 'revealStep' | 'revealFinding' | 'seeScenario'> & { readonly go: (step: number) => void };

/** What operators see, each led back to its causes: those at work in this play first, with the steps and lines behind them. */
export class SymptomList implements Part {
  readonly element = element('div', { class: 'symptoms' });
  readonly #asks: Asks;
  #play: Play | undefined;
  #findings: readonly PlayFinding[] | undefined;

  constructor(asks: Asks) {
    this.#asks = asks;
  }

  /** All of it follows from the play, so steps change nothing. */
  show({ play, findings, texts }: View): void {
    if (play === this.#play && findings === this.#findings) return;
    this.#play = play;
    this.#findings = findings;
    const traced = symptomIds.map((id) => ({ id, traced: traceSymptom(id, findings, play) }));
    const here = traced.filter((one) => one.traced.present.length > 0);
    const others = traced.filter((one) => one.traced.present.length === 0);
    const open = new Set(
      [...this.element.querySelectorAll<HTMLElement>('details[open]')].map((one) => one.dataset.symptom),
    );
    this.element.replaceChildren(
      element('p', { class: 'lead' }, texts.own('player.symptoms.lead')),
      element(
        'ul',
        {},
        ...[...here, ...others].map(({ id, traced: causes }) => {
          const seen: Seen = { play, findings, texts, causes, ...this.#asks };
          return element('li', {}, entry(id, seen, open.has(id)));
        }),
      ),
    );
  }
}

function entry(id: SymptomId, seen: Seen, open: boolean): HTMLElement {
  const { texts, causes } = seen;
  const made = element('details', { class: 'symptom', 'data-symptom': id, ...(open && { open: '' }) }, line(id, seen));
  const body = element('div', { class: 'causes' });
  made.append(body);
  if (causes.present.length > 0) {
    body.append(heading('player.symptoms.present', texts));
    body.append(...causes.present.flatMap((cause) => causeParts(cause, seen)));
  }
  if (causes.possible.length > 0) {
    body.append(heading(causes.present.length > 0 ? 'player.symptoms.also' : 'player.symptoms.possible', texts));
    body.append(...causes.possible.flatMap((cause) => causeParts({ cause, findings: [], step: undefined }, seen)));
  }
  return made;
}

function line(id: SymptomId, { texts, causes }: Seen): HTMLElement {
  const made = element('summary', {}, element('code', { class: 'symptom-words' }, symptoms[id].words));
  if (causes.present.length > 0)
    made.append(' ', element('span', { class: 'here' }, texts.own('player.symptoms.here')));
  made.append(' ', element('span', { class: 'meaning' }, texts.of({ id: `flow.symptom.${id}`, params: {} })));
  return made;
}

function heading(
  id: 'player.symptoms.present' | 'player.symptoms.also' | 'player.symptoms.possible',
  texts: Texts,
): HTMLElement {
  return element('h3', {}, texts.own(id));
}
