import { flowMessage, type DraftStep } from './draftStep';
import { span } from './span';

/** The longest run of steps that is looked for as a whole that repeats. */
const LONGEST_BLOCK = 24;

/**
 * Returns the steps with runs that repeat told once, and one step that says how often the same happens again.
 * A last repeat may be cut off by the end of the story.
 */
export function compress(steps: readonly DraftStep[]): readonly DraftStep[] {
  const result: DraftStep[] = [];
  let index = 0;
  while (index < steps.length) {
    const { length, count } = bestRepeat(steps, index);
    const block = steps.slice(index, index + length);
    result.push(...block);
    index += length;
    if (count > 1) {
      const isCutOff = isSame(steps, index, index + length * (count - 1), steps.length - index - length * (count - 1));
      const end = isCutOff ? steps.length : index + length * (count - 1);
      result.push(...again(block, steps.slice(index, end)));
      index = end;
    }
  }
  return result;
}

interface Repeat {
  readonly length: number;
  readonly count: number;
}

/** The block starting here that covers most when repeated; a single step when nothing repeats. */
function bestRepeat(steps: readonly DraftStep[], start: number): Repeat {
  let best: Repeat = { length: 1, count: 1 };
  for (let length = 1; length <= LONGEST_BLOCK; length += 1) {
    const count = repeatsOf(steps, start, length);
    if (count > 1 && length * (count - 1) > best.length * (best.count - 1)) best = { length, count };
  }
  return best;
}

function repeatsOf(steps: readonly DraftStep[], start: number, length: number): number {
  let count = 1;
  while (isSame(steps, start, start + count * length, length)) count += 1;
  return count;
}

function isSame(steps: readonly DraftStep[], a: number, b: number, length: number): boolean {
  for (let offset = 0; offset < length; offset += 1) {
    const [first, second] = [steps[a + offset], steps[b + offset]];
    if (first === undefined || first.signature !== second?.signature) return false;
  }
  return true;
}

/** One step for all repeats: it stands where the last repeat ended and leaves everybody holding what they held then. */
function again(block: readonly DraftStep[], repeats: readonly DraftStep[]): readonly DraftStep[] {
  const [first, last] = [block[0], repeats.at(-1)];
  if (first === undefined || last === undefined) return [];
  const worst = block.find(({ result }) => result === 'fails') ?? block.find(({ result }) => result === 'waits');
  const result = worst?.result ?? 'ok';
  const told = block.find(({ step, result: end }) => step === 'bootstrap-again' && end === 'fails') ?? worst ?? first;
  const count = repeats.filter(({ signature }) => signature === told.signature).length;
  const kind = result === 'ok' ? 'again' : `again-${result}`;
  const text = count === 1 ? `${kind}-once` : kind;
  const params = { count: String(count), when: span(last.t) };
  return [
    {
      ...first,
      t: last.t,
      label: flowMessage(`step.${text}.label`, params),
      sentence: flowMessage(`step.${text}`, params),
      output: worst?.output ?? '',
      result,
      assumed: last.assumed,
      sets: repeats.flatMap(({ sets }) => sets),
      signature: `${text} ${first.signature}`,
    },
  ];
}
