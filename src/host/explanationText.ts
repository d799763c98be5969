import type { Explanation, ExplanationPart } from '../core/explain/explanation';
import type { Message } from '../core/messages/message';
import type { ClusterView } from './clusterView';
import { placeLink } from './placeLink';
import { textOf } from './texts';

/** Returns an explanation as Markdown. What comes from files cannot break out of it. */
export function explanationText(view: ClusterView, { title, purpose, state, life, parts }: Explanation): string {
  const days = life.map((day) => markdownOf(day)).join(' · ');
  const sentences = [state, ...(days === '' ? [] : [days])].map((one) =>
    typeof one === 'string' ? one : markdownOf(one),
  );
  return [
    `**${markdownOf(title)}**`,
    ...(purpose ? [markdownOf(purpose)] : []),
    [...sentences, ...parts.map((part) => partText(view, part))].map((sentence) => `- ${sentence}`).join('\n'),
  ].join('\n\n');
}

function partText(view: ClusterView, { message, place }: ExplanationPart): string {
  return markdownOf(message, place && { place: placeLink(view, place) });
}

/** Parameters stand between backticks in the texts: one of their own would end that early. */
function markdownOf({ id, params }: Message, added: Readonly<Record<string, string>> = {}): string {
  const harmless = Object.entries(params).map(
    ([name, value]) => [name, typeof value === 'string' ? value.replace(/[`\r\n]/g, "'") : value] as const,
  );
  return textOf({ id, params: { ...Object.fromEntries(harmless), ...added } });
}
