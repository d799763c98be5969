import type { SyntaxProblem } from '../document';
import type { Word } from './word';

/** Returns what is never closed in the words of a command, as problems of the file: the first one, which hides all others. */
export function openQuotes(words: readonly Word[]): readonly SyntaxProblem[] {
  const at = words.find(({ openAt }) => openAt !== undefined)?.openAt;
  return at === undefined
    ? []
    : [{ range: { start: at, end: at + 1 }, reason: 'this quote is never closed', unclosed: 'quote' }];
}
