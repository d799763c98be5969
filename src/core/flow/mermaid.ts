import { renderMessage, type Catalogue } from '../messages/message';
import { playActors, type PlayActor, type PlayStep } from './play';

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

/** Returns a sequence diagram with exactly one message per step, in order, and the actors always in the same places. */
export function mermaidText(
  steps: readonly Pick<PlayStep, 'from' | 'to' | 'label' | 'result'>[],
  texts: Catalogue,
): string {
  const participants = playActors.map((actor) => `  participant ${IDS[actor]} as ${actor}`);
  const messages = steps.map(
    ({ from, to, label, result }) =>
      `  ${IDS[from]}${ARROWS[result]}${IDS[to]}: ${mermaidLabel(renderMessage(label, texts))}`,
  );
  return ['sequenceDiagram', ...participants, ...messages, ''].join('\n');
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
