import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Answers } from '../../../src/core/kubernetes/answers';

test('an answer is worked out once for each release and name', () => {
  const answers = new Answers<string>();
  const asked: string[] = [];
  const ask = (release: `1.${number}`, name: string): string =>
    answers.get(release, name, () => {
      asked.push(`${release} ${name}`);
      return `${name} at ${release}`;
    });
  assert.equal(ask('1.20', 'v'), 'v at 1.20');
  assert.equal(ask('1.20', 'v'), 'v at 1.20');
  assert.equal(ask('1.21', 'v'), 'v at 1.21');
  assert.equal(ask('1.20', 'toString'), 'toString at 1.20');
  assert.deepEqual(asked, ['1.20 v', '1.21 v', '1.20 toString']);
});
