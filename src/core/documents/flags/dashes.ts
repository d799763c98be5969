import type { Word } from './word';

/** Hyphen-minus and the characters that word processors and web pages put in its place. */
const DASH = /^[-\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/;

/** Returns whether a word was meant as a flag, whichever dash it begins with. */
export function startsWithDash({ content }: Word): boolean {
  return DASH.test(content.text);
}
