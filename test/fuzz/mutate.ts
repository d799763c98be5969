import type { Files } from '../rules/examples';
import type { Draws } from './draws';
import { hostileTexts } from './hostileTexts';
import type { FileSet } from './seedFiles';

type Mutation = (text: string, draws: Draws, others: readonly string[]) => string;

/** How long a text grows when a piece of it is repeated: enough to tell linear time from quadratic. */
const repeatedLength = 100_000;

/** Changes of characters, whatever they mean. */
const characterMutations: readonly Mutation[] = [
  (text, draws) => replaceAt(text, draws, draws.below(4), draws.pick(hostileTexts)),
  (text, draws) => replaceAt(text, draws, 0, draws.pick(hostileTexts)),
  (text, draws) => replaceAt(text, draws, 1 + draws.below(40), ''),
  (text, draws) => replaceAt(text, draws, 1, String.fromCharCode(draws.below(0x180))),
  (text, draws) => text.slice(0, draws.below(text.length + 1)),
  (text, draws) => text.slice(draws.below(text.length + 1)),
  (text, draws, others) => replaceAt(text, draws, draws.below(20), sliceOf(draws.pick(others), draws, 200)),
  (text, draws) => replaceAt(text, draws, 0, sliceOf(text, draws, 60)),
];

/** Changes of lines, words, quotes and indentation: what a text is made of in every file kind. */
const grammarMutations: readonly Mutation[] = [
  (text, draws) => onLines(text, draws, (line) => [line, line]),
  (text, draws) => onLines(text, draws, () => []),
  (text, draws) => onLines(text, draws, (line) => [`${draws.pick([' ', '  ', '\t', '    '])}${line}`]),
  (text, draws) => onLines(text, draws, (line) => [line.trimStart()]),
  (text, draws) => onLines(text, draws, (line) => [`# ${line}`]),
  (text, draws) => onLines(text, draws, (line) => [`${line} \\`]),
  (text, draws) => onLines(text, draws, (line) => [line, draws.pick(hostileTexts)]),
  (text, draws) => onLines(text, draws, (line) => [line.replace(/[=:]/, (mark) => (mark === '=' ? ' ' : '='))]),
  (text, draws) => onLines(text, draws, (line) => [line.replace(/(?<=[=:] ?)\S+/, draws.pick(hostileTexts))]),
  (text, draws) => onWords(text, draws, (word) => `"${word}"`),
  (text, draws) => onWords(text, draws, (word) => `'${word}`),
  (text, draws) => onWords(text, draws, (word) => `{{ ${word} }}`),
  (text, draws) => onWords(text, draws, (word) => `${word} ${word}`),
  (text, draws) => onWords(text, draws, () => draws.pick(hostileTexts)),
  (text, draws) => onWords(text, draws, (word) => word.toUpperCase()),
  (text, draws, others) => onWords(text, draws, () => draws.pick(draws.pick(others).split(/\s+/))),
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replaceAll('\n', '\r'),
  (text) => `\ufeff${text}`,
  (text) => text.trimEnd(),
  (text) => JSON.stringify(text),
  (text, draws, others) => `${text}---\n${draws.pick(others)}`,
];

/** Returns the files of a set after one to six changes; seldom one piece of them is repeated very often. */
export function mutate({ files }: FileSet, others: readonly string[], draws: Draws): Files {
  const changed = new Map(files);
  const rounds = 1 + draws.below(6);
  for (let round = 0; round < rounds; round += 1) {
    const path = draws.pick([...changed.keys()]);
    const mutation = draws.pick(draws.chance(0.5) ? characterMutations : grammarMutations);
    changed.set(path, mutation(changed.get(path) ?? '', draws, others));
  }
  if (draws.chance(0.02)) {
    const path = draws.pick([...changed.keys()]);
    changed.set(path, repeatPiece(changed.get(path) ?? '', draws));
  }
  return changed;
}

function repeatPiece(text: string, draws: Draws): string {
  const lines = text.split(/(?<=\n)/);
  const piece = draws.pick([
    () => draws.pick(lines),
    () => draws.pick(hostileTexts),
    () => sliceOf(text, draws, 30),
    () => draws.pick(text.split(/(?<=\s)/)),
  ])();
  return replaceAt(text, draws, 0, piece.repeat(Math.ceil(repeatedLength / Math.max(1, piece.length))));
}

function replaceAt(text: string, draws: Draws, length: number, by: string): string {
  const start = draws.below(text.length + 1);
  return text.slice(0, start) + by + text.slice(start + length);
}

function sliceOf(text: string, draws: Draws, longest: number): string {
  const start = draws.below(text.length);
  return text.slice(start, start + 1 + draws.below(longest));
}

function onLines(text: string, draws: Draws, change: (line: string) => readonly string[]): string {
  const lines = text.split('\n');
  const at = draws.below(lines.length);
  return [...lines.slice(0, at), ...change(lines[at] ?? ''), ...lines.slice(at + 1)].join('\n');
}

function onWords(text: string, draws: Draws, change: (word: string) => string): string {
  const words = text.split(/(?<=\s)(?=\S)|(?<=\S)(?=\s)/);
  const at = draws.below(words.length);
  const word = words[at] ?? '';
  return word.trim() === '' ? text : [...words.slice(0, at), change(word), ...words.slice(at + 1)].join('');
}
