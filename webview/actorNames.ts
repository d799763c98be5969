import type { PlayActor } from '../src/core/flow/play';
import { classOf } from './diagram/picture';
import { element } from './element';

/** What sentences call the actors, longest first. `files` is also an everyday word: it has its colour in the picture only. */
const callings: readonly (readonly [words: string, actor: PlayActor])[] = [
  ['kube-controller-manager', 'kube-controller-manager'],
  ['controller manager', 'kube-controller-manager'],
  ['node controller', 'kube-controller-manager'],
  ['kube-apiserver', 'kube-apiserver'],
  ['csrapproving', 'kube-controller-manager'],
  ['csrsigning', 'kube-controller-manager'],
  ['API server', 'kube-apiserver'],
  ['kubelet', 'kubelet'],
  ['RBAC', 'RBAC'],
];

/** Returns what an actor is called in its colour. */
export function actorName(actor: PlayActor, title: string): HTMLElement {
  return element('span', { class: `actor-name ${classOf(actor)}` }, title);
}

/** Returns a sentence in which whoever is called an actor stands in the actor's colour. */
export function withActorNames(sentence: string): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let rest = 0;
  for (let at = 0; at < sentence.length;) {
    const calling = callings.find(([words]) => isCalled(words, sentence, at));
    if (!calling) {
      at += 1;
      continue;
    }
    const [words, actor] = calling;
    parts.push(sentence.slice(rest, at), element('span', { class: `actor-name ${classOf(actor)}` }, words));
    at += words.length;
    rest = at;
  }
  return [...parts, sentence.slice(rest)];
}

/** `kubelet-bootstrap` and `kubelet.service` are other names; a full stop that ends a sentence belongs to none. */
function isCalled(words: string, sentence: string, at: number): boolean {
  const end = at + words.length;
  if (!sentence.startsWith(words, at)) return false;
  return !/[\w:/.-]/.test(sentence.charAt(at - 1)) && !/^(?:[\w:/-]|\.\w)/.test(sentence.slice(end, end + 2));
}
