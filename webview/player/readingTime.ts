const SECONDS_PER_WORD = 0.3;
const SECONDS_PER_IDEOGRAPH = 0.2;
const SECONDS_TO_LOOK = 1.6;
const LONGEST = 20;

const IDEOGRAPH = /\p{Script=Han}/gu;

/** Returns how many seconds a reader gets for a sentence and the picture beside it, at normal speed. */
export function readingTime(sentence: string): number {
  const ideographs = sentence.match(IDEOGRAPH)?.length ?? 0;
  const words = sentence.split(' ').length;
  return Math.min(LONGEST, SECONDS_TO_LOOK + words * SECONDS_PER_WORD + ideographs * SECONDS_PER_IDEOGRAPH);
}
