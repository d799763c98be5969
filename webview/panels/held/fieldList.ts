import { fieldsOf } from '../../../src/core/flow/held/heldFields';
import type { HeldField, HeldValue } from '../../../src/core/flow/held/heldField';
import type { HeldThing } from '../../../src/core/flow/held/heldThing';
import { element } from '../../element';
import type { View } from '../../view';

type Reveal = (field: number, value: number) => void;

/** Returns the fields of something held, each with its value and a sentence on what it is for. */
export function fieldList(thing: HeldThing, view: View, reveal: Reveal): HTMLElement {
  const rows = fieldsOf(thing).map((field, at) =>
    row(field, view, (value) => {
      reveal(at, value);
    }),
  );
  return element('dl', { class: 'fields' }, ...rows);
}

function row({ id, values }: HeldField, view: View, reveal: (value: number) => void): HTMLElement {
  const { texts } = view;
  const say = (text: string): string => texts.of({ id: text, params: {} });
  const items = values.map((value, at) =>
    element(
      'dd',
      { class: 'field-value' },
      valueOf(value, view, () => {
        reveal(at);
      }),
    ),
  );
  return element(
    'div',
    { class: 'field' },
    element('dt', {}, say(`flow.field.${id}`)),
    ...items,
    element('dd', { class: 'field-for' }, say(`flow.field.${id}.for`)),
  );
}

function valueOf(value: HeldValue, view: View, reveal: () => void): HTMLElement {
  switch (value.type) {
    case 'name':
      return value.origin ? placed(value.text, value.origin.path, view, reveal) : element('code', {}, value.text);
    case 'words':
      return element('span', {}, view.texts.of(value.message));
    case 'moment':
      return moment(value.t, view);
  }
}

function placed(text: string, path: string, { texts }: View, reveal: () => void): HTMLElement {
  const file = element('span', { class: 'path' }, path.slice(path.lastIndexOf('/') + 1));
  const where = element('span', { class: 'unseen' }, texts.own('player.evidence.place', { path }));
  const press = element('button', { type: 'button', class: 'link' }, element('code', {}, text), ' ', file, ' ', where);
  press.addEventListener('click', reveal);
  return press;
}

/** A date, and how far it is from the current step. */
function moment(t: number, { play, step, texts }: View): HTMLElement {
  const left = t - (step?.t ?? 0);
  const time = texts.time(Math.abs(left));
  const relative = texts.own(left >= 0 ? 'player.held.in' : 'player.held.ago', { time });
  const date = new Date(play.startsAt + t * 1000);
  if (Number.isNaN(date.getTime())) return element('span', {}, relative);
  const written = `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
  return element('span', {}, element('code', {}, written), ' ', element('span', { class: 'relative' }, relative));
}
