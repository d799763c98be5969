import type { FileKindId } from '../../src/core/documents/document';
import { releaseOf } from '../../src/core/kubernetes/release';
import type { Files } from '../rules/examples';
import { Draws } from './draws';
import { checkInvariants, type Treatment } from './invariants';
import { mutate } from './mutate';
import type { FileSet } from './seedFiles';
import { checkSpeed } from './speed';

/** One set of damaged files and what is done with it; the same for the same seed and number. */
export interface FuzzCase {
  readonly number: number;
  readonly from: string;
  readonly files: Files;
  readonly treatment: Omit<Treatment, 'milliseconds'>;
}

const kinds: readonly FileKindId[] = ['environment-file', 'systemd-unit', 'kubernetes-yaml', 'token-file'];

/** What a case is made from, beside the files. */
export interface CaseId {
  readonly seed: number;
  readonly number: number;
}

/** Returns the case that belongs to a seed and a number. */
export function fuzzCase(sets: readonly FileSet[], texts: readonly string[], { seed, number }: CaseId): FuzzCase {
  const draws = new Draws(Math.imul(seed, 1_000_003) + number);
  const set = draws.pick(sets);
  return {
    number,
    from: set.name,
    files: mutate(set, texts, draws),
    treatment: {
      release: draws.chance(0.3) ? 'auto' : releaseOf(4 + draws.below(33)),
      kind: draws.chance(0.05) ? draws.pick(kinds) : undefined,
      play: draws.chance(0.2),
    },
  };
}

/** Returns what is wrong with a case, in one line that is the same for the same cause; undefined when nothing. */
export function failureOf(files: Files, treatment: Treatment): string | undefined {
  try {
    checkSpeed(files, treatment);
    checkInvariants(files, treatment);
    return undefined;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${causeOf(error)}` : String(error);
  }
}

/** The message without numbers, and the place in our own code. */
function causeOf(error: Error): string {
  const message = error.message.split('\n', 1)[0] ?? '';
  const place = /\((?:[^()]*\/)?(src\/[^():]+:\d+)/.exec(error.stack ?? '')?.[1] ?? '';
  return `${message.replace(/\d+/g, 'N').slice(0, 160)} ${error.name === 'Violation' ? '' : place}`.trim();
}
