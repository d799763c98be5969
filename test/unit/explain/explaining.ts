import { explainAt } from '../../../src/core/explain/explainAt';
import type { Explanation } from '../../../src/core/explain/explanation';
import { explainTexts } from '../../../src/core/explain/texts';
import { kubernetesData } from '../../../src/core/kubernetes/kubernetesData';
import type { Release } from '../../../src/core/kubernetes/release';
import { renderMessage, type Message } from '../../../src/core/messages/message';
import { clusterOf, kubernetes } from '../cluster/reading';

/** Returns what is known of the first occurrence of a word in a file, in the middle of it. */
export function explain(
  files: Readonly<Record<string, string>>,
  path: string,
  word: string,
  target: Release | 'auto' = '1.22',
): Explanation | undefined {
  const cluster = clusterOf(files, target);
  const file = cluster.files.find(({ source }) => source.path === path);
  const start = file?.source.text.indexOf(word) ?? -1;
  if (!file || start === -1) throw new Error(`${word} does not stand in ${path}`);
  return explainAt(file, start + Math.floor(word.length / 2), cluster, kubernetes);
}

/** Returns an explanation's sentences as people read them. */
export function told(explanation: Explanation | undefined): readonly string[] {
  if (!explanation) return [];
  const { title, purpose, state, life, parts } = explanation;
  const sentences = [title, ...(purpose ? [purpose] : []), state, ...life].map(english);
  return [
    ...sentences,
    ...parts.map(({ message, place }) =>
      english({ ...message, params: { ...message.params, place: place?.path ?? '' } }),
    ),
  ];
}

function english(message: Message): string {
  return renderMessage(message, { ...explainTexts, ...kubernetesData.purposes });
}
