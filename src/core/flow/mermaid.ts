import { renderMessage, type Catalogue, type Message } from '../messages/message';
import { laneOf, lanesOf, type Lane } from './lanes';
import type { PlayActor, PlayStep } from './play';

const IDS: Readonly<Record<PlayActor, string>> = {
  kubelet: 'kubelet',
  files: 'files',
  'kube-apiserver': 'apiserver',
  RBAC: 'rbac',
  'kube-controller-manager': 'manager',
};

const ARROWS: Readonly<Record<PlayStep['result'], string>> = { ok: '->>', waits: '-->>', fails: '-x' };

/** The longest label in characters; the page shows the whole sentence beside the diagram. */
const LONGEST_LABEL = 60;

/**
 * Returns a sequence diagram with exactly one message per step, in order, and the actors always in the same places, the kubelets
 * of several machines side by side.
 */
export function mermaidText(
  steps: readonly Pick<PlayStep, 'from' | 'to' | 'machine' | 'label' | 'result'>[],
  machines: readonly string[],
  texts: Catalogue,
): string {
  const lanes = lanesOf(machines);
  const participants = lanes.map((lane) => `  participant ${idOf(lane)} as ${textOf(lane.title, texts)}`);
  const messages = steps.map((step) => {
    const [from, to] = [step.from, step.to].map((actor) => idOf(lanes[laneOf(lanes, actor, step)] ?? { actor }));
    return `  ${from ?? ''}${ARROWS[step.result]}${to ?? ''}: ${textOf(step.label, texts)}`;
  });
  return ['sequenceDiagram', ...participants, ...messages, ''].join('\n');
}

function idOf({ actor, machines = [0] }: Pick<Lane, 'actor'> & Partial<Pick<Lane, 'machines'>>): string {
  const [first = 0] = machines;
  return first === 0 ? IDS[actor] : `${IDS[actor]}${String(first + 1)}`;
}

function textOf(text: string | Message, texts: Catalogue): string {
  return mermaidLabel(typeof text === 'string' ? text : renderMessage(text, texts));
}

/** Returns a label that mermaid shows as it is: its own signs, line breaks and the word `end` lose their meaning. */
export function mermaidLabel(text: string): string {
  const oneLine = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  const characters = Array.from(oneLine);
  const short = characters.length > LONGEST_LABEL ? `${characters.slice(0, LONGEST_LABEL - 1).join('')}…` : oneLine;
  const label = Array.from(short)
    .map(escapeCharacter)
    .join('')
    .replace(/\bend\b/gi, (word) => `${entity(word)}${word.slice(1)}`);
  return label === '' ? '…' : label;
}

function escapeCharacter(character: string): string {
  return /[#;%<>&\\"'`{}[\]|~*$]/.test(character) ? entity(character) : character;
}

function entity(text: string): string {
  return `#${String(text.codePointAt(0))};`;
}
