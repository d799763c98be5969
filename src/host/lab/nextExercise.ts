import type { Exercise } from '../../core/lab/exercise';

/**
 * Returns the exercise to go to: the next one that is not solved, after the last one the first. That of `current` itself when it
 * is the only one left; undefined when all are solved.
 */
export function nextExercise(
  exercises: readonly Exercise[],
  current: string | undefined,
  isSolved: (exercise: string) => boolean,
): Exercise | undefined {
  const at = exercises.findIndex(({ id }) => id === current);
  const inOrder = [...exercises.slice(at + 1), ...exercises.slice(0, at + 1)];
  return inOrder.find(({ id }) => !isSolved(id));
}
