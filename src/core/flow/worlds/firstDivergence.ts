import type { Play, PlayStep } from '../play';

/**
 * Returns the 0-based index of the first step at which two plays tell something else; undefined when one tells all that the
 * other does, to its end. Names of requests and moments may differ: they are not what happens.
 */
export function firstDivergence(a: Pick<Play, 'steps'>, b: Pick<Play, 'steps'>): number | undefined {
  const length = Math.max(a.steps.length, b.steps.length);
  for (let index = 0; index < length; index += 1) {
    if (!isSame(a.steps[index], b.steps[index])) return index;
  }
  return undefined;
}

function isSame(a: PlayStep | undefined, b: PlayStep | undefined): boolean {
  return a !== undefined && b !== undefined && told(a) === told(b);
}

function told({ step, sentence, result, from, to }: PlayStep): string {
  return [step, sentence.id, result, from, to].join(' ');
}
