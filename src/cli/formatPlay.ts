import type { ParsedFile } from '../core/documents/document';
import { actorTitle } from '../core/flow/lanes';
import type { Lesson } from '../core/flow/lesson';
import type { Play, PlayStep } from '../core/flow/play';
import { span } from '../core/flow/play/span';
import type { Timeline } from '../core/flow/timeline';
import { renderMessage, type Catalogue, type Message } from '../core/messages/message';
import { painter, type Paint, type Style } from './colour';
import { evidenceOf, type ReportEvidence } from './playReport';
import { dateAfter, sinceStart } from './playTime';
import { padStart, printable } from './printable';
import type { Reader } from './reader';
import { covered } from '../core/messages/covered';

/** What is printed besides the play itself. */
export interface PlayView {
  readonly files: readonly ParsedFile[];
  readonly texts: Catalogue;
  readonly reader: Reader;
  readonly timeline: Timeline;
  /** What a built-in scenario is for; undefined for the reader's own files. */
  readonly lesson: Lesson | undefined;
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
  const { say } = view.reader;
  const text = (message: Message): string => clean(renderMessage(message, view.texts));
  const lines = [
    say('cli.play.head', { release: paint('bold', `Kubernetes ${play.release}`) }),
    ...(view.lesson ? ['', text(view.lesson.teaches)] : []),
    '',
    ...play.steps.flatMap((step) => stepLines(step, { ...view, machines: play.machines }, text, paint)),
    '',
    ...play.assumptions.map((assumption) => paint('dim', text(assumption))),
    ...(view.lesson?.repair ? [say('cli.play.helps', { repair: text(view.lesson.repair) })] : []),
    `${paint(colourOf(play.outcome), text(play.outcome.sentence))} ${troubleOf(view)}`.trimEnd(),
  ];
  return `${lines.join('\n')}\n`;
}

const indent = ' '.repeat(13);

function stepLines(
  step: PlayStep,
  { files, reader, machines }: PlayView & Pick<Play, 'machines'>,
  text: (message: Message) => string,
  paint: Paint,
): readonly string[] {
  const style = styleOf[step.result];
  const sentence = text(step.sentence);
  const [from = '', to = ''] = [step.from, step.to].map((actor) => {
    const title = actorTitle(actor, step.machine, machines);
    return typeof title === 'string' ? title : text(title);
  });
  const actors = from === to ? from : `${from} → ${to}`;
  const doubts = [step.likely && 'cli.play.likely', step.assumed && 'cli.play.assumed'] as const;
  const doubt = doubts.map((id) => (id ? paint('dim', ` ${reader.say(id)}`) : '')).join('');
  return [
    `${paint('dim', padStart(sinceStart(step.t, reader), 11))}  ${paint('bold', actors)}${doubt}`,
    `${indent}${style === undefined ? sentence : paint(style, sentence)}`,
    ...(step.output === '' ? [] : [`${indent}${paint('dim', `> ${clean(step.output)}`)}`]),
    ...step.evidence.map((one) => evidenceLine(evidenceOf(one, null, files), reader, paint)),
  ];
}

function evidenceLine({ setting, value, path, start }: ReportEvidence, { say }: Reader, paint: Paint): string {
  const written = `${setting}${value === null ? '' : ` ${value}`}`;
  const place = path === null || start === null ? say('cli.play.notWritten') : `${path}:${String(start.line)}`;
  return `${indent}${paint('cyan', clean(place))} ${paint('dim', clean(written))}`;
}

function colourOf({ ok, isKnown }: Play['outcome']): Style {
  if (!isKnown) return 'yellow';
  return ok ? 'green' : 'red';
}

/** When trouble comes, as a time and as a date; empty when nobody knows whether it does. */
function troubleOf({ timeline: { outcome, node }, now, reader, texts }: PlayView): string {
  if (outcome.restsOn.length > 0) return '';
  if (outcome.id === 'ready-and-renewing') return reader.say('cli.play.noTrouble');
  const lost = node.findLast(({ ready }, index) => ready !== 'True' && node[index - 1]?.ready === 'True')?.t;
  const trouble = outcome.nextTrouble ?? (outcome.id === 'not-ready-after-expiry' ? outcome.t : lost);
  if (trouble === undefined) return reader.say('cli.play.troubleAtOnce');
  return reader.say('cli.play.trouble', { time: renderMessage(span(trouble), texts), date: dateAfter(now, trouble) });
}

/** Covers secrets, and keeps program output from steering the terminal. */
function clean(text: string): string {
  return printable(covered(text));
}
