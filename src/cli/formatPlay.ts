import type { ParsedFile } from '../core/documents/document';
import type { Play, PlayStep } from '../core/flow/play';
import type { Timeline } from '../core/flow/timeline';
import { renderMessage, type Catalogue, type Message } from '../core/messages/message';
import { painter, type Paint, type Style } from './colour';
import { evidenceOf, type ReportEvidence } from './playReport';
import { dateAfter, sinceStart } from './playTime';
import { printable } from './printable';
import { redact } from './redact';

/** What is printed besides the play itself. */
export interface PlayView {
  readonly files: readonly ParsedFile[];
  readonly texts: Catalogue;
  readonly timeline: Timeline;
  /** Today. */
  readonly now: Date;
  readonly colour: boolean;
}

const styleOf: Readonly<Record<PlayStep['result'], Style | undefined>> = {
  ok: undefined,
  waits: 'yellow',
  fails: 'red',
};

/** Returns a play for a person: when, who, what, and which line did it; the last line says how it ends. */
export function formatPlay(play: Play, view: PlayView): string {
  const paint = painter(view.colour);
  const text = (message: Message): string => clean(renderMessage(message, view.texts));
  const lines = [
    `${paint('bold', `Kubernetes ${play.release}`)}, times since the first start of the kubelet`,
    '',
    ...play.steps.flatMap((step) => stepLines(step, view.files, text, paint)),
    '',
    ...play.assumptions.map((assumption) => paint('dim', text(assumption))),
    `${paint(play.outcome.ok ? 'green' : 'red', text(play.outcome.sentence))} ${troubleOf(view)}`,
  ];
  return `${lines.join('\n')}\n`;
}

const indent = ' '.repeat(13);

function stepLines(
  step: PlayStep,
  files: readonly ParsedFile[],
  text: (message: Message) => string,
  paint: Paint,
): readonly string[] {
  const style = styleOf[step.result];
  const sentence = text(step.sentence);
  const actors = step.from === step.to ? step.from : `${step.from} → ${step.to}`;
  const assumed = step.assumed ? paint('dim', ' (assumed)') : '';
  return [
    `${paint('dim', sinceStart(step.t).padStart(11))}  ${paint('bold', actors)}${assumed}`,
    `${indent}${style === undefined ? sentence : paint(style, sentence)}`,
    ...(step.output === '' ? [] : [`${indent}${paint('dim', `> ${clean(step.output)}`)}`]),
    ...step.evidence.map((one) => evidenceLine(evidenceOf(one, null, files), paint)),
  ];
}

function evidenceLine({ setting, value, path, start }: ReportEvidence, paint: Paint): string {
  const written = `${setting}${value === null ? '' : ` ${value}`}`;
  const place = path === null || start === null ? 'not written' : `${path}:${String(start.line)}`;
  return `${indent}${paint('cyan', clean(place))} ${paint('dim', clean(written))}`;
}

/** When trouble comes, as a time and as a date. */
function troubleOf({ timeline: { outcome, node }, now }: PlayView): string {
  if (outcome.id === 'ready-and-renewing') return 'No trouble in sight.';
  const lost = node.findLast(({ ready }, index) => ready !== 'True' && node[index - 1]?.ready === 'True')?.t;
  const trouble = outcome.nextTrouble ?? (outcome.id === 'not-ready-after-expiry' ? outcome.t : lost);
  if (trouble === undefined) return 'Trouble: from the first start on.';
  return `Trouble: ${sinceStart(trouble)} after the first start, ${dateAfter(now, trouble)} if that is today.`;
}

/** Covers secrets, and keeps program output from steering the terminal. */
function clean(text: string): string {
  return printable(redact(text));
}
