import { playActors, type PlayActor } from '../src/core/flow/play';
import { classOf } from './diagram/picture';
import { element } from './element';

const byLength = [...playActors].sort((a, b) => b.length - a.length);

/** Returns an actor's name in its colour. */
export function actorName(actor: PlayActor): HTMLElement {
  return element('span', { class: `actor-name ${classOf(actor)}` }, actor);
}

/** Returns a sentence with each actor's name in the actor's colour. */
export function withActorNames(sentence: string): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let rest = 0;
  for (let at = 0; at < sentence.length;) {
    const actor = byLength.find((name) => isName(name, sentence, at));
    if (!actor) {
      at += 1;
      continue;
    }
    parts.push(sentence.slice(rest, at), actorName(actor));
    at += actor.length;
    rest = at;
  }
  return [...parts, sentence.slice(rest)];
}

/** `files` is also an everyday word, so it is coloured in the picture only. */
function isName(actor: PlayActor, sentence: string, at: number): boolean {
  if (actor === 'files' || !sentence.startsWith(actor, at)) return false;
  return !isWordCharacter(sentence[at - 1]) && !isWordCharacter(sentence[at + actor.length]);
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\w.-]/.test(character) && character !== '.';
}
