import { markdownBlock, markdownLine } from '../../messages/markdownText';
import { renderMessage, type Catalogue, type Message, type Params } from '../../messages/message';
import type { TranscriptTextId } from '../messages/transcript';
import { summaryOf, titleOf } from '../held/heldTitle';
import { actorTitle } from '../lanes';
import type { HeldItem, LifeBar, Play, PlayEvidence, PlayStep } from '../play';
import { span } from './span';

/** The words of a transcript in one language. */
class Words {
  constructor(readonly catalogue: Catalogue) {}

  /** Returns a message of the play as one line of Markdown. */
  of(message: Message): string {
    return markdownLine(renderMessage(message, this.catalogue));
  }

  own(id: TranscriptTextId, params: Params = {}): string {
    return this.of({ id, params });
  }
}

/**
 * Returns a whole play as a Markdown document: the same content as picture, inspector and life line, to read, to keep and
 * to hear. Whatever the files hold is shown as text.
 */
export function transcriptOf(play: Play, texts: Catalogue): string {
  const words = new Words(texts);
  const steps = play.steps.flatMap((step, index) => stepBlocks(step, index, play, words));
  const blocks = [
    `# ${words.of(play.title)}`,
    words.own('flow.transcript.release', { release: play.release }),
    words.of(play.outcome.sentence),
    `## ${words.own('flow.transcript.steps')}`,
    ...steps,
    ...section(
      'flow.transcript.certificates',
      play.lifeLine.bars.map((bar) => barText(bar, words)),
      words,
    ),
    ...section('flow.transcript.node', nodeTexts(play, words), words),
    ...section(
      'flow.transcript.assumptions',
      play.assumptions.map((one) => words.of(one)),
      words,
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function stepBlocks(step: PlayStep, index: number, play: Play, words: Words): readonly string[] {
  const { t, result, output, likely, assumed } = step;
  const [from = '', to = ''] = [step.from, step.to].map((actor) => actorTitle(actor, step.machine, play.machines));
  return [
    `### ${String(index + 1)}. ${words.of(step.label)}`,
    words.own('flow.transcript.where', { time: span(Math.max(0, t)), from, to }),
    words.of(step.sentence),
    ...(result === 'ok' ? [] : [`**${words.own(`flow.transcript.${result}`)}**`]),
    ...(likely ? [words.own('flow.transcript.likely')] : []),
    ...(assumed ? [words.own('flow.transcript.assumed')] : []),
    ...(output === '' ? [] : [words.own('flow.transcript.output'), markdownBlock(output)]),
    ...listed(
      'flow.transcript.because',
      step.evidence.map((one) => evidenceText(one, words)),
      words,
    ),
    ...listed(
      'flow.transcript.changes',
      step.holds.flatMap((item) => changeText(item, play, words)),
      words,
    ),
  ];
}

function section(heading: TranscriptTextId, items: readonly string[], words: Words): readonly string[] {
  return items.length === 0 ? [] : [`## ${words.own(heading)}`, list(items)];
}

function listed(before: TranscriptTextId, items: readonly string[], words: Words): readonly string[] {
  return items.length === 0 ? [] : [words.own(before), list(items)];
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function evidenceText({ setting, value, origin }: PlayEvidence, words: Words): string {
  if (value === undefined) return words.own('flow.transcript.absent', { setting });
  if (!origin) return words.own('flow.transcript.set', { setting, value });
  return words.own('flow.transcript.setIn', { setting, value, file: origin.path });
}

function changeText(item: HeldItem, { things, machines }: Play, words: Words): readonly string[] {
  const { thing, change } = item;
  const held = things[thing];
  if (change === 'same' || !held) return [];
  const [name, value] = [titleOf(held), summaryOf(held)].map((one) => renderMessage(one, words.catalogue));
  const actor = actorTitle(item.actor, item.machine, machines);
  const params = { actor, name: name ?? '', value: value ?? '' };
  return [words.own(`flow.transcript.${change}`, params)];
}

function barText({ name, notBefore, notAfter, rotationAt }: LifeBar, words: Words): string {
  const params = { name, from: span(Math.max(0, notBefore)), to: span(notAfter) };
  if (rotationAt === undefined) return words.own('flow.transcript.neverRenewed', params);
  return words.own('flow.transcript.renewed', { renewal: span(rotationAt), ...params });
}

function nodeTexts({ lifeLine }: Play, words: Words): readonly string[] {
  return lifeLine.node.map(({ t, ready }) => words.own(`flow.transcript.node.${ready}`, { from: span(t) }));
}
