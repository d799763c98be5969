import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exercises } from '../../../src/core/lab/exercises/index';
import { nextExercise } from '../../../src/host/lab/nextExercise';

const ids = exercises.map(({ id }) => id);

function next(current: string | undefined, ...unsolved: readonly string[]): string | undefined {
  return nextExercise(exercises, current, (id) => !unsolved.includes(id))?.id;
}

test('the next exercise is the next one that is not solved, after the last one the first', () => {
  assert.equal(next(undefined, ...ids), 'csr-permission');
  assert.equal(next('csr-permission', ...ids), 'wrong-subject');
  assert.equal(next('csr-permission', 'csr-permission', 'upgrade'), 'upgrade');
  assert.equal(next('upgrade', 'csr-permission', 'upgrade'), 'csr-permission');
});

test('the exercise at hand is the next one when it is the only one left', () => {
  assert.equal(next('serving-verifiable', 'serving-verifiable'), 'serving-verifiable');
});

test('there is none when all are solved', () => {
  assert.equal(next('serving-verifiable'), undefined);
  assert.equal(next(undefined), undefined);
});
